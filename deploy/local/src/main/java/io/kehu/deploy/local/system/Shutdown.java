package io.kehu.deploy.local.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.kehu.platform.embedded.ProcessIdentity;
import io.kehu.platform.embedded.RunningServer;
import io.kehu.platform.embedded.ServerKind;
import org.jspecify.annotations.Nullable;

/**
 * Stops processes in reverse starting order, each within a time limit.
 */
final class Shutdown {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final LocalSystem system;

	private final @Nullable StartListener listener;

	Shutdown(LocalSystem system) {
		this(system, null);
	}

	Shutdown(LocalSystem system, @Nullable StartListener listener) {
		this.system = system;
		this.listener = listener;
	}

	/** Stops the named processes if they are running, and removes their records. */
	void stop(Collection<String> names) {
		for (List<String> layer : layers(names)) {
			layer.parallelStream().forEach(this::stop);
		}
	}

	private void stop(String name) {
		ProcessRecords records = this.system.records();
		records.find(name).filter(ProcessIdentity::isAlive).ifPresent((process) -> {
			long begin = System.nanoTime();
			if (this.listener != null) {
				this.listener.begun(name, "stopping");
			}
			stop(name, process);
			if (this.listener != null) {
				this.listener.done(name, Duration.ofNanos(System.nanoTime() - begin));
			}
		});
		records.forget(name);
	}

	private void stop(String name, ProcessIdentity process) {
		if (Topology.SERVERS.contains(name)) {
			new RunningServer(kind(name), process.pid(), process.startInstant(), this.system.settings().port(name),
					this.system.state().log(name))
				.stop(TIMEOUT);
		}
		else {
			process.stop("TERM", TIMEOUT);
		}
	}

	private static ServerKind kind(String name) {
		return switch (name) {
			case Topology.POSTGRES -> ServerKind.POSTGRESQL;
			case Topology.KAFKA -> ServerKind.KAFKA;
			case Topology.REDIS, Topology.LOGINS -> ServerKind.REDIS;
			default -> throw new IllegalArgumentException(name);
		};
	}

	/**
	 * Returns the gateway first, then the services, the registry, and the servers last.
	 */
	private static List<List<String>> layers(Collection<String> names) {
		List<List<String>> layers = new ArrayList<>();
		for (int index = 0; index < 4; index++) {
			layers.add(new ArrayList<>());
		}
		for (String name : names) {
			int layer = switch (name) {
				case "gateway", Trainer.NAME -> 0;
				case "discovery" -> 2;
				case Topology.POSTGRES, Topology.KAFKA, Topology.REDIS, Topology.LOGINS -> 3;
				default -> 1;
			};
			layers.get(layer).add(name);
		}
		return layers;
	}

}
