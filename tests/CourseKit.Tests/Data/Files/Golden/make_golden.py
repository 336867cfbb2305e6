import numpy as np, scipy, scipy.io as sio, scipy.sparse as sp
a=np.array([[1.5,-2.0,3.25],[0.0,1e-300,6.0]])
np.save('matrix_f8.npy',a)
np.save('fortran_i4_big_endian.npy',np.asfortranarray(np.arange(24).reshape(2,3,4)).astype('>i4'))
np.save('fortran_f4.npy',np.asfortranarray(a.astype('f4')))
np.save('bool.npy',np.array([True,False,True]))
np.save('half.npy',np.array([0.5,-1.25],dtype='f2'))
np.save('scalar.npy',np.array(7,dtype='u1'))
np.save('empty.npy',np.zeros((0,3)))
np.save('object.npy',np.array([{},1],dtype=object))
np.save('record.npy',np.array([(1,2.0)],dtype=[('a','i4'),('b','f8')]))
np.save('complex.npy',np.array([1j]))
np.savez('stored.npz',x=a,y=np.array([1,0],dtype='i8'))
np.savez_compressed('packed.npz',x=a,y=np.array([1,0],dtype='i8'))
c=np.empty((3,1),dtype=object); c[0,0]=np.array([[1,2],[3,4]],dtype='u1'); c[1,0]=np.zeros((0,0)); c[2,0]=np.array([[5.5]])
names=np.empty((2,1),dtype=object); names[0,0]='zero'; names[1,0]='یک'
d=dict(m=a, small=np.array([[1.0,2.0,255.0]]), i16=np.array([[-3,7]],dtype='i2'), u64=np.array([[2**63]],dtype='u8'),
  flag=np.array([[True,False]]), cube=np.arange(24,dtype='i4').reshape(2,3,4), text='slope', cells=c, names=names,
  record={'a':1.0}, sparse=sp.csc_matrix(np.eye(2)), imaginary=np.array([[1+2j]]))
sio.savemat('plain.mat',d,do_compression=False); sio.savemat('packed.mat',d,do_compression=True)
sio.savemat('version4.mat',{'m':a},format='4')
