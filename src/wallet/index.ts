/**
 * The public face of the wallet room. Importing it is cheap: curve, cipher and derivation code is
 * loaded by the functions that need it.
 *
 * @module
 */
export type { Progress } from './argon2.ts'
export {
  decryptKeyfile,
  type EncryptionMethod,
  encryptionOf,
  encryptKeyfile,
} from './encryption.ts'
export {
  decodeEnvPassword,
  type Environment,
  encodeEnvPassword,
  envPasswordName,
} from './env-password.ts'
export * from './errors.ts'
export {
  CRYPTO_TYPE_NUMBER,
  type CryptoType,
  isSecretKey,
  type Key,
  type PublicKey,
  type SecretKey,
} from './key.ts'
export {
  parseKeyfile,
  parsePublicKeyfile,
  serializeKeyfile,
  serializePublicKeyfile,
} from './keyfile-json.ts'
export {
  describeOneWallet,
  hotkeyExists,
  type KeyState,
  type ListedHotkey,
  type ListedKey,
  type ListedWallet,
  listWallets,
  walletExists,
} from './list-wallets.ts'
export {
  keyFromAddress,
  keyFromMnemonic,
  keyFromPrivateKey,
  keyFromPublicKeyHex,
  keyFromSeed,
  keyFromUri,
  parsePrivateKey,
  parseSeed,
} from './make-key.ts'
export {
  generateMnemonic,
  isWordCount,
  parseMnemonicInput,
  WORD_COUNTS,
  type WordCount,
} from './mnemonic.ts'
export { checkNewPassword, passwordScore } from './password-rules.ts'
export {
  findPassword,
  PASSWORD_FILE_VARIABLE,
  PASSWORD_VARIABLE,
  type PasswordSource,
} from './password-source.ts'
export {
  DEFAULT_HOTKEY_NAME,
  DEFAULT_WALLET_NAME,
  DEFAULT_WALLETS_PATH,
  expandTilde,
  type WalletLocation,
  type WalletPaths,
  walletPaths,
} from './paths.ts'
export { exportPolkadotJson, importPolkadotJson, type PolkadotKeystore } from './polkadot-json.ts'
export { parseSignerName, type SignedText, signText, verifyText } from './sign-message.ts'
export {
  devSigner,
  type LocalSigner,
  type SignedMessage,
  type Signer,
  signerFromKey,
  verifySignature,
} from './signer.ts'
export { devUriFromWord } from './suri.ts'
export {
  type KeyRole,
  keyPaths,
  readEncryption,
  readPublicKey,
  reencryptKey,
  type SaveOptions,
  saveKey,
  savePublicKey,
  type UnlockOptions,
  unlockKey,
} from './wallet-store.ts'
export { wipe } from './wipe.ts'
