package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FailedStartTests {

	@TempDir
	private Path folder;

	private LocalSystem system;

	@AfterEach
	void stop() {
		this.system.down(new RecordingListener());
	}

	@Test
	void anAbandonedStartLeavesNothingBehind() {
		this.system = system(LocalSystemTests.serversOnly());
		CompletableFuture<Void> givenUp = new CompletableFuture<>();
		RecordingListener impatient = new RecordingListener() {

			@Override
			public void begun(String name, String detail) {
				super.begun(name, detail);
				if (name.equals(Topology.KAFKA)) {
					FailedStartTests.this.system.abandon();
					givenUp.complete(null);
				}
			}

		};
		assertThatThrownBy(() -> this.system.up(impatient, false)).isInstanceOf(LaunchFailure.class)
			.hasMessage("The start was abandoned.");
		assertThat(givenUp).isCompleted();
		assertThat(this.system.isRunning()).isFalse();
		awaitNoProcess();
	}

	@Test
	void aCrashingApplicationIsReportedAndStopsTheOthers() throws Exception {
		Settings settings = LocalSystemTests.onFreePorts(Settings.defaults());
		for (Application application : Topology.APPLICATIONS) {
			settings = application.name().equals("discovery") ? settings : settings.without(application.name());
		}
		this.system = system(settings);
		pack("discovery");
		assertThatThrownBy(() -> this.system.up(new RecordingListener(), false)).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("discovery ended with exit code 1 during start-up; its log is "
					+ this.system.state().log("discovery"))
			.hasMessageContaining(CrashingApplication.LAST_WORDS);
		assertThat(this.system.isRunning()).isFalse();
		awaitNoProcess();
	}

	/** Covers processes without a record too. */
	private void awaitNoProcess() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(
					ProcessHandle.allProcesses().flatMap((process) -> process.info().commandLine().stream()))
				.noneMatch((line) -> line.contains(this.folder.toString())));
	}

	private LocalSystem system(Settings settings) {
		return new LocalSystem(this.folder, new StateFolder(this.folder.resolve("state")), settings);
	}

	private void pack(String application) throws IOException {
		Path jar = this.folder.resolve(application).resolve("target").resolve("kehu-" + application + "-0.1.0.jar");
		Files.createDirectories(jar.getParent());
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, CrashingApplication.class.getName());
		String entry = CrashingApplication.class.getName().replace('.', '/') + ".class";
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
				InputStream code = getClass().getClassLoader().getResourceAsStream(entry)) {
			out.putNextEntry(new JarEntry(entry));
			code.transferTo(out);
		}
	}

}
