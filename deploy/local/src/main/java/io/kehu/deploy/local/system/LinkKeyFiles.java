package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * The key pair of each application, by which the others recognise it.
 *
 * @param folder the folder with the keys
 */
record LinkKeyFiles(Path folder) {

	/** Returns the private key of an application: PKCS #8 in Base64. */
	String privateKey(String application) {
		return read(application, "");
	}

	/** Returns the public key of an application: X.509 in Base64. */
	String publicKey(String application) {
		return read(application, ".public");
	}

	/**
	 * Returns a header <code>Authorization</code> with which an application asks another
	 * one, valid for a minute.
	 */
	String authorization(String application, String audience) {
		long expiry = Instant.now().plusSeconds(60).getEpochSecond();
		String text = String.join("\n", "request", application, audience, Long.toString(expiry));
		try {
			Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
			signature.initSign(KeyFactory.getInstance("EC")
				.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey(application)))));
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return "Kehu-Link " + application + "." + expiry + "."
					+ Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String read(String application, String suffix) {
		synchronized (LinkKeyFiles.class) {
			try {
				Path file = this.folder.resolve("link-" + application + suffix);
				if (Files.notExists(file)) {
					create(application);
				}
				return Files.readString(file).strip();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void create(String application) throws IOException {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			KeyPair keys = generator.generateKeyPair();
			Base64.Encoder encoder = Base64.getEncoder();
			PrivateFile.write(this.folder.resolve("link-" + application + ".public"),
					encoder.encodeToString(keys.getPublic().getEncoded()) + "\n");
			PrivateFile.write(this.folder.resolve("link-" + application),
					encoder.encodeToString(keys.getPrivate().getEncoded()) + "\n");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
