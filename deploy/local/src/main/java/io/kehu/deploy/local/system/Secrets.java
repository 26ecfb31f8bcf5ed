package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import io.kehu.platform.embedded.KafkaAccess;

/**
 * The passwords and keys of this installation, generated on its first start and readable
 * only by their owner.
 */
public final class Secrets {

	/** The name of the first administrator. */
	public static final String ADMINISTRATOR = "admin";

	/** The API client for scripts, with all permissions. */
	public static final String CLIENT = "kehu-cli";

	/** The user of Kafka who reads all events and writes none. */
	public static final String OPERATOR = "operator";

	private static final int BYTES = 24;

	/** AES-256. */
	private static final int KEY_BYTES = 32;

	private final StateFolder state;

	private final SecureRandom random = new SecureRandom();

	public Secrets(StateFolder state) {
		this.state = state;
	}

	public Path administratorPasswordFile() {
		return this.state.secrets().resolve("administrator-password");
	}

	public Path clientSecretFile() {
		return this.state.secrets().resolve("client-secret");
	}

	String administratorPassword() {
		return secret(administratorPasswordFile(), Base64.getUrlEncoder().withoutPadding(), BYTES);
	}

	public String clientSecret() {
		return secret(clientSecretFile(), Base64.getUrlEncoder().withoutPadding(), BYTES);
	}

	/** Returns the secret with which a service authenticates to auth-service. */
	String serviceSecret(String service) {
		return secret(this.state.secrets().resolve("service-" + service), Base64.getUrlEncoder().withoutPadding(),
				BYTES);
	}

	String keySecret() {
		return secret(this.state.secrets().resolve("key-secret"), Base64.getEncoder(), KEY_BYTES);
	}

	/** Returns the secret with which the fake payment provider signs. */
	public String paymentProviderSecret() {
		return secret(this.state.secrets().resolve("payment-provider"), Base64.getEncoder(), KEY_BYTES);
	}

	/** Returns the key that encrypts the staging folder of migrations. */
	String stagingKey() {
		return secret(this.state.secrets().resolve("staging-key"), Base64.getEncoder(), KEY_BYTES);
	}

	/** Returns the key with which a service seals values, with its number. */
	String sealingKey(String service) {
		return "1:" + secret(this.state.secrets().resolve("sealing-" + service), Base64.getEncoder(), KEY_BYTES);
	}

	/** Returns the key of the index of what a service has sealed, with its number. */
	String sealingIndexKey(String service) {
		return "1:" + secret(this.state.secrets().resolve("sealing-index-" + service), Base64.getEncoder(), KEY_BYTES);
	}

	/**
	 * Returns the folder with the encrypted files and rows of migrations, which all
	 * instances share.
	 */
	Path stagingFolder() {
		return this.state.data().resolve("migration-staging");
	}

	/**
	 * Returns the folder to which e-mails are written instead of being sent; those about
	 * passwords contain working links.
	 */
	Path mailFolder() {
		return this.state.data().resolve("mail");
	}

	/** Returns the password of a role of PostgreSQL. */
	public String databasePassword(String role) {
		return secret(this.state.secrets().resolve("database-" + role), Base64.getUrlEncoder().withoutPadding(), BYTES);
	}

	/**
	 * Returns the password of a user of Kafka: a service, the broker or the
	 * {@link #OPERATOR}.
	 */
	public String kafkaPassword(String user) {
		return secret(this.state.secrets().resolve("kafka-" + user), Base64.getUrlEncoder().withoutPadding(), BYTES);
	}

	/**
	 * Returns a file with settings for kcat and other clients based on librdkafka, with
	 * which {@link #OPERATOR} reads events.
	 */
	public Path kafkaClientFile() {
		Path file = this.state.secrets().resolve("kcat.conf");
		try {
			PrivateFile.write(file, """
					security.protocol=%s
					sasl.mechanisms=%s
					sasl.username=%s
					sasl.password=%s
					""".formatted(KafkaAccess.PROTOCOL, KafkaAccess.MECHANISM, OPERATOR, kafkaPassword(OPERATOR)));
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the private key with which an application proves its name to others. */
	String linkKey(String application) {
		return new LinkKeyFiles(this.state.secrets()).privateKey(application);
	}

	/** Returns the public key by which others recognise an application. */
	String linkPublicKey(String application) {
		return new LinkKeyFiles(this.state.secrets()).publicKey(application);
	}

	/** Returns the password of a service as a user of Redis. */
	public String redisPassword(String service) {
		return secret(this.state.secrets().resolve("redis-" + service), Base64.getUrlEncoder().withoutPadding(), BYTES);
	}

	private synchronized String secret(Path file, Base64.Encoder encoder, int length) {
		try {
			if (Files.exists(file)) {
				return Files.readString(file).strip();
			}
			byte[] bytes = new byte[length];
			this.random.nextBytes(bytes);
			String secret = encoder.encodeToString(bytes);
			PrivateFile.write(file, secret + "\n");
			return secret;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
