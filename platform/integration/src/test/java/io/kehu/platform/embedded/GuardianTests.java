package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class GuardianTests {

	@TempDir
	private Path folder;

	@Test
	void serversEndWithAKilledJvmAndLeaveNoFiles() throws Exception {
		Process jvm = start("guarded");
		List<RunningServer> servers = report(jvm);
		assertThat(servers).hasSize(3).allMatch(RunningServer::isAlive);
		List<ProcessHandle> processes = servers.stream()
			.map((server) -> server.process().find().orElseThrow())
			.flatMap((server) -> Stream.concat(Stream.of(server), server.descendants()))
			.toList();
		jvm.destroyForcibly().waitFor();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(servers).noneMatch((server) -> Files.exists(server.logFile().getParent())));
	}

	@Test
	void detachedServersOutliveTheirJvmAndAreStoppedByIdAndStartTime() throws Exception {
		Process jvm = start("detached");
		List<RunningServer> servers = report(jvm);
		try {
			assertThat(jvm.waitFor()).isZero();
			assertThat(servers).hasSize(2).allMatch(RunningServer::isAlive);
			RunningServer first = servers.get(0);
			RunningServer later = new RunningServer(first.kind(), first.pid(), first.startInstant().minusSeconds(60),
					first.port(), first.logFile());
			later.stop(Duration.ofSeconds(1));
			assertThat(later.isAlive()).isFalse();
			assertThat(first.isAlive()).isTrue();
		}
		finally {
			servers.forEach((server) -> server.stop(Duration.ofSeconds(30)));
			servers.forEach((server) -> Folders.delete(server.logFile().getParent()));
		}
		assertThat(servers).noneMatch(RunningServer::isAlive);
	}

	private Process start(String mode) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ServerStarter.class.getName(),
				this.folder.resolve("report").toString(), mode)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output").toFile())
			.start();
	}

	private List<RunningServer> report(Process jvm) throws IOException {
		Path report = this.folder.resolve("report");
		await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(report) || !jvm.isAlive());
		assertThat(report).withFailMessage(() -> "No report: " + read("output")).exists();
		return Files.readAllLines(report)
			.stream()
			.map((line) -> line.split(" ", 5))
			.map(GuardianTests::server)
			.toList();
	}

	private String read(String file) {
		try {
			return Files.readString(this.folder.resolve(file));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private static RunningServer server(String[] words) {
		return new RunningServer(ServerKind.valueOf(words[0]), Long.parseLong(words[1]), Instant.parse(words[2]),
				Integer.parseInt(words[3]), Path.of(words[4]));
	}

}
