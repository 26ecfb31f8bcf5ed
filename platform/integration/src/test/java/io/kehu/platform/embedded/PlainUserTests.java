package io.kehu.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

@Isolated("it sets a system property")
class PlainUserTests {

	@Test
	@EnabledIf("isRoot")
	void rootRunsPostgresAsNobodyWhereNamespacesAreForbidden() throws Exception {
		Path cache = Files.createTempDirectory(Path.of("/var/tmp"), "kehu-plain-user-tests-",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		System.setProperty("kehu.cache", cache.toString());
		try (PostgresServer server = new PostgresServer(ServerSettings.forTests(), PlainUser.NOBODY)) {
			RunningServer running = server.start();
			assertThat(running.process().find().orElseThrow().info().user()).contains("nobody");
			assertThat(Files.readAttributes(server.file("data"), PosixFileAttributes.class).owner().getName())
				.isEqualTo("nobody");
			server.databases().createDatabase("kehu_customer", "kehu_customer", "secret");
			assertThat(server.databases().exists("kehu_customer")).isTrue();
		}
		finally {
			System.clearProperty("kehu.cache");
			Folders.delete(cache);
		}
	}

	static boolean isRoot() {
		return PlainUser.current() != PlainUser.SELF;
	}

}
