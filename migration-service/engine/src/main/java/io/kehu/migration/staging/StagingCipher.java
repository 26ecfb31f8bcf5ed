package io.kehu.migration.staging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;

/**
 * Encrypts files as streams with AES-256-GCM; a file that was changed, cut, or put in the
 * place of another is not read.
 */
public final class StagingCipher {

	/** The length of a key in bytes. */
	public static final int KEY_BYTES = 32;

	private static final int SEGMENT = 1 << 16;

	private final StreamingAead cipher;

	private StagingCipher(StreamingAead cipher) {
		this.cipher = cipher;
	}

	/**
	 * Make a cipher.
	 * @param keys keys of {@link #KEY_BYTES} each; the first encrypts, all decrypt
	 * @return the cipher
	 * @throws IllegalArgumentException when there is no key, or one of another length
	 */
	public static StagingCipher of(List<byte[]> keys) {
		if (keys.isEmpty() || keys.stream().anyMatch((key) -> key.length != KEY_BYTES)) {
			throw new IllegalArgumentException("Keys of %d bytes are needed".formatted(KEY_BYTES));
		}
		try {
			StreamingAeadConfig.register();
			KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
			for (int i = 0; i < keys.size(); i++) {
				KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(key(keys.get(i))).withFixedId(i + 1);
				keyset.addEntry((i == 0) ? entry.makePrimary() : entry);
			}
			return new StagingCipher(keyset.build().getPrimitive(RegistryConfiguration.get(), StreamingAead.class));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The staging cipher cannot be set up", ex);
		}
	}

	@AccessesPartialKey
	private static AesGcmHkdfStreamingKey key(byte[] secret) throws GeneralSecurityException {
		AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
			.setKeySizeBytes(KEY_BYTES)
			.setDerivedAesGcmKeySizeBytes(KEY_BYTES)
			.setHkdfHashType(HashType.SHA256)
			.setCiphertextSegmentSizeBytes(SEGMENT)
			.build();
		return AesGcmHkdfStreamingKey.create(parameters, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
	}

	/**
	 * Write an encrypted file.
	 * @param file the file, which is overwritten
	 * @param context where it belongs; must be told again to read it
	 * @return takes the clear text; the file is complete when it is closed
	 */
	OutputStream encrypt(Path file, String context) throws IOException {
		OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), SEGMENT);
		try {
			return this.cipher.newEncryptingStream(output, context.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			output.close();
			throw new IOException("%s cannot be encrypted".formatted(file), ex);
		}
	}

	/**
	 * Read an encrypted file.
	 * @param file the file
	 * @param context where it belongs
	 * @return the clear text; reading fails when the file is not what was written
	 */
	InputStream decrypt(Path file, String context) throws IOException {
		InputStream input = new BufferedInputStream(Files.newInputStream(file), SEGMENT);
		try {
			return this.cipher.newDecryptingStream(input, context.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			input.close();
			throw new IOException("%s cannot be decrypted".formatted(file), ex);
		}
	}

}
