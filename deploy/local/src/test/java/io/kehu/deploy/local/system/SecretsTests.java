package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	private Path folder;

	@Test
	void aSecretIsMadeOnceAndKept() {
		Secrets secrets = new Secrets(new StateFolder(this.folder));
		String first = secrets.clientSecret();
		assertThat(new Secrets(new StateFolder(this.folder)).clientSecret()).isEqualTo(first).hasSizeGreaterThan(30);
		assertThat(secrets.administratorPassword()).isNotEqualTo(first);
		assertThat(Base64.getDecoder().decode(secrets.keySecret())).hasSize(32);
		assertThat(Base64.getDecoder().decode(secrets.stagingKey())).hasSize(32);
	}

	@Test
	void onlyTheOwnerMayReadSecretsAndEnvironments() throws IOException {
		StateFolder state = new StateFolder(this.folder);
		LocalSystem system = new LocalSystem(this.folder, state, Settings.defaults());
		system.settings().instances().forEach((instance) -> ServiceProcess.writeEnvironment(instance, system));
		assertThat(Files.readString(state.environment("auth-service"))).contains("KEHU_AUTH_ADMIN_PASSWORD=",
				"SPRING_DATASOURCE_USERNAME=kehu_auth\n");
		assertThat(Files.readString(state.environment("customer-service"))).contains(
				"KEHU_SEALING_KEYS=" + system.secrets().sealingKey("customer-service"),
				"KEHU_SEALING_INDEX_KEYS=" + system.secrets().sealingIndexKey("customer-service"));
		assertThat(system.secrets().sealingKey("order-service"))
			.isNotEqualTo(system.secrets().sealingKey("customer-service"))
			.matches("1:[A-Za-z0-9+/]{43}=");
		String proof = system.secrets().serviceSecret("order-service");
		assertThat(Files.readString(state.environment("auth-service")))
			.contains("KEHU_AUTH_ORDER_SERVICE_CLIENT_SECRET=" + proof);
		assertThat(Files.readString(state.environment("order-service")))
			.contains("KEHU_SERVICE_CLIENT_SECRET=" + proof);
		assertThat(rights(state.secrets())).isEqualTo("rwx------");
		for (Path secret : files(state.secrets())) {
			assertThat(rights(secret)).as(secret.toString()).isEqualTo("rw-------");
		}
		assertThat(rights(state.environment("auth-service"))).isEqualTo("rw-------");
	}

	private static Iterable<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
