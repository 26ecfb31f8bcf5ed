package io.kehu.platform.embedded.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Stores the users and their rights in the cluster, where it keeps them; later starts
 * have nothing to do unless they have changed.
 */
final class AccessRules {

	private static final int ITERATIONS = 4096;

	private final Path file;

	private final Path applied;

	AccessRules(Path file, Path applied) {
		this.file = file;
		this.applied = applied;
	}

	/** Forgets what has been stored, since the cluster is a new one. */
	void forget() throws IOException {
		Files.deleteIfExists(this.applied);
	}

	void apply(Properties broker) throws IOException {
		if (Files.notExists(this.file)) {
			return;
		}
		String digest = digest();
		if (Files.exists(this.applied) && Files.readString(this.applied).equals(digest)) {
			return;
		}
		try (Admin admin = Admin.create(connection(broker))) {
			apply(admin, Files.readAllLines(this.file));
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The users cannot be stored: " + ex.getCause(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while storing the users", ex);
		}
		Files.writeString(this.applied, digest);
	}

	private static void apply(Admin admin, List<String> lines) throws ExecutionException, InterruptedException {
		List<UserScramCredentialAlteration> users = new ArrayList<>();
		List<AclBinding> rules = new ArrayList<>();
		for (String line : lines) {
			String[] words = line.split(" ", -1);
			if (words[0].equals("user")) {
				users.add(new UserScramCredentialUpsertion(words[1],
						new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS), words[2]));
			}
			else {
				rules.add(new AclBinding(
						new ResourcePattern(ResourceType.valueOf(words[3]), words[5], PatternType.valueOf(words[4])),
						new AccessControlEntry("User:" + words[1], "*", AclOperation.valueOf(words[2]),
								AclPermissionType.ALLOW)));
			}
		}
		admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
		admin.createAcls(rules).all().get();
		admin.alterUserScramCredentials(users).all().get();
	}

	/** Connects as the broker itself, which may do everything. */
	private static Map<String, Object> connection(Properties broker) {
		String listener = broker.getProperty("advertised.listeners", "");
		return Map.of("bootstrap.servers", listener.substring(listener.indexOf("://") + 3), "security.protocol",
				"SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
				broker.getProperty("listener.name.sasl_plaintext.plain.sasl.jaas.config", ""));
	}

	private String digest() throws IOException {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256")
					.digest(Files.readString(this.file).getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
