package io.kehu.deploy.local.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.embedded.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Starts and stops the servers in the same way as a user does, without the applications.
 */
class LocalSystemTests {

	@TempDir
	private Path folder;

	private LocalSystem system;

	@BeforeEach
	void prepare() {
		this.system = new LocalSystem(this.folder, new StateFolder(this.folder.resolve("state")), serversOnly());
	}

	static Settings serversOnly() {
		Settings settings = Settings.defaults();
		for (Application application : Topology.APPLICATIONS) {
			settings = settings.without(application.name());
		}
		return onFreePorts(settings);
	}

	static Settings onFreePorts(Settings settings) {
		Settings moved = settings;
		for (String process : settings.ports().keySet()) {
			moved = moved.withPort(process, FreePorts.next());
		}
		return moved;
	}

	@AfterEach
	void stop() {
		this.system.down(new RecordingListener());
	}

	@Test
	void onlyDataSurvivesDownAndUp() throws Exception {
		RecordingListener heard = new RecordingListener();
		assertThat(this.system.up(heard, false)).isTrue();
		assertThat(heard.events).contains("postgresql done", "kafka done", "redis done", "redis-logins done");
		assertThat(new SystemStatus(this.system).all()).extracting(NodeStatus::health)
			.containsOnly(NodeStatus.Health.UP);
		assertThat(new SystemStatus(this.system).all()).allSatisfy((node) -> assertThat(node.memory()).isPositive());
		execute("create table kept as select 42 as answer");
		List<ProcessIdentity> first = List.copyOf(this.system.records().all().values());

		assertThat(LocalSystem.existing(this.folder, this.system.state()).up(new RecordingListener(), false))
			.as("started again while it runs")
			.isFalse();
		assertThat(this.system.down(new RecordingListener())).isTrue();
		assertThat(first).hasSize(4).noneMatch(ProcessIdentity::isAlive);
		assertThat(this.system.isRunning()).isFalse();
		assertThat(this.system.down(new RecordingListener())).isFalse();

		assertThat(this.system.up(new RecordingListener(), false)).isTrue();
		execute("insert into kept select answer + 1 from kept");
	}

	@Test
	void upRestartsAServerThatDied() {
		this.system.up(new RecordingListener(), false);
		this.system.records().find(Topology.REDIS).orElseThrow().kill();
		assertThat(new SystemStatus(this.system).all()).filteredOn((node) -> node.name().equals(Topology.REDIS))
			.extracting(NodeStatus::health)
			.containsExactly(NodeStatus.Health.ENDED);
		RecordingListener heard = new RecordingListener();
		assertThat(this.system.up(heard, false)).isTrue();
		assertThat(heard.events).contains("redis done").doesNotContain("kafka done", "postgresql done");
	}

	@Test
	void aMissingBuildLeavesNothingBehind() {
		LocalSystem unbuilt = new LocalSystem(this.folder, this.system.state(), onFreePorts(Settings.defaults()));
		assertThatThrownBy(() -> unbuilt.up(new RecordingListener(), false)).isInstanceOf(LaunchFailure.class)
			.hasMessageContaining("is not built");
		assertThat(unbuilt.isRunning()).isFalse();
	}

	private void execute(String sql) throws Exception {
		Servers servers = new Servers(this.folder, this.system.state(), this.system.settings(), this.system.secrets());
		try (Connection connection = servers.databases().connect("kehu_customer");
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
