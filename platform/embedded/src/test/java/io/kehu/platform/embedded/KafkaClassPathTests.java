package io.kehu.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Isolated("it sets a system property")
class KafkaClassPathTests {

	@TempDir
	private Path folder;

	@BeforeEach
	void cacheHere() {
		System.setProperty("kehu.cache", this.folder.resolve("cache").toString());
	}

	@AfterEach
	void cacheElsewhere() {
		System.clearProperty("kehu.cache");
	}

	@Test
	void containsTheJarsNextToTheClasses() throws IOException {
		Path jars = Files.createDirectories(this.folder.resolve("kafka-server"));
		Files.createFile(jars.resolve("broker.jar"));
		assertThat(KafkaClassPath.of(this.folder))
			.isEqualTo(this.folder + File.pathSeparator + jars.resolve("broker.jar"));
	}

	@Test
	void unpacksTheJarsInsideAJar() throws IOException {
		Path jar = this.folder.resolve("embedded.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream output = new JarOutputStream(file)) {
			output.putNextEntry(new JarEntry("kafka-server/broker.jar"));
			output.write("classes".getBytes(StandardCharsets.UTF_8));
			output.putNextEntry(new JarEntry("io/kehu/Other.class"));
		}
		String[] paths = KafkaClassPath.of(jar).split(File.pathSeparator);
		assertThat(paths).hasSize(2);
		assertThat(paths[0]).isEqualTo(jar.toString());
		assertThat(Path.of(paths[1])).hasFileName("broker.jar").hasContent("classes");
	}

	@Test
	void explainsHowToGetMissingJars() {
		assertThatThrownBy(() -> KafkaClassPath.of(this.folder)).isInstanceOf(ServerStartException.class)
			.hasMessageContaining("./mvnw");
	}

}
