package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.kehu.platform.embedded.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessRecordsTests {

	@TempDir
	private Path folder;

	@Test
	void processesAreFoundByIdAndStartTime() {
		ProcessRecords records = new ProcessRecords(this.folder);
		ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
		records.save("self", self);
		assertThat(records.find("self")).contains(self);
		assertThat(records.isAlive("self")).isTrue();
		assertThat(records.all()).containsOnlyKeys("self");
		records.forget("self");
		assertThat(records.find("self")).isEmpty();
	}

	@Test
	void aLaterProcessWithTheSameIdIsNotFound() {
		ProcessRecords records = new ProcessRecords(this.folder);
		ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
		records.save("self", new ProcessIdentity(self.pid(), self.startInstant().minus(Duration.ofMinutes(1))));
		assertThat(records.isAlive("self")).isFalse();
	}

	@Test
	void anIncompleteRecordIsIgnored() throws IOException {
		Files.writeString(this.folder.resolve("self.process"), "pid=12");
		assertThat(new ProcessRecords(this.folder).find("self")).isEmpty();
	}

	@Test
	void aDetachedProcessHasItsOwnSessionAndKeepsItsId() throws Exception {
		Path log = this.folder.resolve("child.log");
		Process process = Detached.start(List.of("sh", "-c", "echo started; exec sleep 300"), Map.of(), log);
		try {
			assertThat(Waiting.until(() -> LogTail.of(log, 5).contains("started"), Duration.ofSeconds(60))).isTrue();
			Process ps = new ProcessBuilder("ps", "-o", "sess=", "-p", Long.toString(process.pid())).start();
			String session = new String(ps.getInputStream().readAllBytes()).strip();
			assertThat(session).isEqualTo(Long.toString(process.pid()));
		}
		finally {
			process.destroyForcibly();
		}
	}

}
