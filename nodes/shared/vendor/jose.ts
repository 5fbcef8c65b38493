export { compactVerify } from 'jose';
