package io.kehu.deploy.local.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.kehu.platform.embedded.ProcessIdentity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TrainerTests {

	@TempDir
	private Path folder;

	private LocalSystem system;

	@BeforeEach
	void prepare() throws Exception {
		StateFolder state = new StateFolder(this.folder.resolve("state"));
		this.system = new LocalSystem(this.folder, state, LocalSystemTests.serversOnly());
		Files.createDirectories(state.run());
	}

	@Test
	void isAwaitedWithTheServersItNeedsWhenTheSystemStops() {
		Path complete = this.folder.resolve("complete");
		Process service = detached("customer-service", "sleep 300");
		Process server = detached(Topology.POSTGRES, "sleep 300");
		detached(Trainer.NAME, "while kill -0 %d; do sleep .05; done; kill -0 %d && touch %s".formatted(service.pid(),
				server.pid(), complete));
		RecordingListener heard = new RecordingListener();
		new Trainer(this.system).finish(heard);
		assertThat(complete).exists();
		assertThat(heard.events).containsExactly("customer-service begun", "customer-service done", "trainer begun",
				"trainer done");
		assertThat(this.system.records().all()).containsOnlyKeys(Topology.POSTGRES);
		server.destroyForcibly();
	}

	@Test
	void stopsNothingWhenThereIsNoTraining() {
		Process service = detached("customer-service", "sleep 300");
		new Trainer(this.system).finish(new RecordingListener());
		assertThat(service.isAlive()).isTrue();
		service.destroyForcibly();
	}

	private Process detached(String name, String script) {
		Process process = Detached.start(List.of("sh", "-c", script), Map.of(), this.folder.resolve(name + ".log"));
		this.system.records().save(name, ProcessIdentity.of(process.toHandle()));
		return process;
	}

}
