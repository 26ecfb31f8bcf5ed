package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.kehu.platform.embedded.ProcessIdentity;

/**
 * Collects the metrics of all processes and evaluates the rules of deploy/observability.
 */
public final class Prometheus {

	/** The name of the process. */
	public static final String NAME = Topology.PROMETHEUS;

	private final LocalSystem system;

	public Prometheus(LocalSystem system) {
		this.system = system;
	}

	/**
	 * Starts Prometheus unless it is running. It ends with the rest of the system.
	 * @return whether it is installed
	 */
	public boolean start() {
		if (!Detached.onPath(NAME)) {
			return false;
		}
		if (!this.system.records().isAlive(NAME)) {
			Path folder = this.system.state().data().resolve(NAME);
			Path configuration = folder.resolve("prometheus.yml");
			try {
				Files.createDirectories(folder);
				Files.writeString(configuration, configuration());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			Process process = Detached.start(
					List.of(NAME, "--config.file=" + configuration, "--storage.tsdb.path=" + folder.resolve("data"),
							"--storage.tsdb.retention.time=3d",
							"--web.listen-address=127.0.0.1:" + this.system.settings().port(NAME)),
					Map.of(), this.system.state().log(NAME));
			this.system.records().save(NAME, ProcessIdentity.of(process.toHandle()));
		}
		return true;
	}

	/** Returns the configuration, with each process as a target. */
	String configuration() {
		Settings settings = this.system.settings();
		String targets = settings.instances()
			.stream()
			.map((instance) -> instance.name().equals(Topology.GATEWAY) ? settings.port(Topology.OPERATIONS)
					: instance.port())
			.map((port) -> "\"127.0.0.1:" + port + "\"")
			.collect(Collectors.joining(", "));
		return """
				global: {scrape_interval: 10s, evaluation_interval: 10s}
				rule_files: ["%s"]
				scrape_configs:
				  - job_name: kehu
				    metrics_path: /actuator/prometheus
				    static_configs: [{targets: [%s]}]
				""".formatted(this.system.dashboards().resolveSibling("rules.yaml"), targets);
	}

}
