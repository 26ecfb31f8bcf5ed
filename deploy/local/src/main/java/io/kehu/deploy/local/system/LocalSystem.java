package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.embedded.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The whole system as processes on this machine, with its state in one folder.
 */
public final class LocalSystem {

	private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

	private final Path root;

	private final StateFolder state;

	private final Settings settings;

	private final Secrets secrets;

	private volatile @Nullable Startup startup;

	/**
	 * Creates a system, which need not be running.
	 * @param root the root folder of the project, which contains the built applications
	 * @param state the folder with its state
	 * @param settings what it consists of
	 */
	public LocalSystem(Path root, StateFolder state, Settings settings) {
		this.root = root.toAbsolutePath().normalize();
		this.state = state;
		this.settings = settings;
		this.secrets = new Secrets(state);
	}

	/**
	 * Returns the system as it was last started from this folder, or with default
	 * settings.
	 */
	public static LocalSystem existing(Path root, StateFolder state) {
		Settings settings = Files.exists(state.settings()) ? Settings.load(state.settings()) : Settings.defaults();
		return new LocalSystem(root, state, settings);
	}

	/**
	 * Starts what is not running yet.
	 * @return false if everything was already running
	 * @throws LaunchFailure if it cannot start, in which case nothing is left behind
	 */
	public boolean up(StartListener listener, boolean checkMemory) {
		List<String> servers = Topology.SERVERS.stream().filter((name) -> !records().isAlive(name)).toList();
		List<ApplicationInstance> instances = this.settings.instances()
			.stream()
			.filter((instance) -> !records().isAlive(instance.name()))
			.toList();
		if (isRunning() && !this.settings.equals(existing(this.root, this.state).settings)) {
			throw new LaunchFailure("Kehu is running with other settings: run ./kehu down first.");
		}
		if (servers.isEmpty() && instances.isEmpty()) {
			return false;
		}
		Map<Integer, String> listeners = new TreeMap<>(this.settings.listeners());
		listeners.values()
			.removeIf((name) -> !servers.contains(name)
					&& instances.stream().noneMatch((instance) -> instance.name().equals(name)));
		Preflight.ports(listeners);
		if (checkMemory) {
			Preflight.memory(instances, servers.size());
		}
		this.settings.save(this.state.settings());
		this.settings.instances().forEach((instance) -> ServiceProcess.writeEnvironment(instance, this));
		this.settings.without()
			.forEach((name) -> this.settings.instances(Topology.application(name))
				.forEach((instance) -> listener.notice(instance.name() + " is not started and expected on port "
						+ instance.port() + "; its environment: " + ServiceProcess.writeEnvironment(instance, this))));
		Startup current = new Startup(this, listener);
		this.startup = current;
		current.run(servers, instances, this::awaitAnswer);
		this.startup = null;
		return true;
	}

	/** Records how long the last start took, as a user waited for it. */
	public void recordStart(Duration time) {
		try {
			Files.writeString(startFile(), Long.toString(time.toMillis()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns how long the last complete start took, if there was one. */
	public Optional<Duration> lastStart() {
		try {
			return Files.exists(startFile())
					? Optional.of(Duration.ofMillis(Long.parseLong(Files.readString(startFile())))) : Optional.empty();
		}
		catch (IOException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private Path startFile() {
		return this.state.run().resolve("last-start");
	}

	/** Abandons a start that is in progress in another thread, leaving nothing behind. */
	public void abandon() {
		Startup current = this.startup;
		if (current != null) {
			current.abandon();
		}
	}

	/**
	 * Stops everything.
	 * @return whether anything was running
	 */
	public boolean down(StartListener listener) {
		boolean running = isRunning();
		new Shutdown(this, listener).stop(records().all().keySet());
		return running;
	}

	/**
	 * Changes the weight of a running instance.
	 * @throws LaunchFailure if there is no such instance
	 */
	public void weigh(String instance, int weight) {
		ApplicationInstance known = this.settings.instances()
			.stream()
			.filter((one) -> one.name().equals(instance))
			.findFirst()
			.orElseThrow(() -> new LaunchFailure("There is no instance '" + instance + "'; see ./kehu status."));
		new Registry("http://127.0.0.1:" + this.settings.port("discovery"), new LinkKeyFiles(this.state.secrets()))
			.weigh(known, weight);
	}

	/** Returns a process as it was last started, whether it is alive or not. */
	public Optional<ProcessIdentity> process(String name) {
		return records().find(name);
	}

	/** Whether any process of the system is alive. */
	public boolean isRunning() {
		return records().all().values().stream().anyMatch((process) -> process.isAlive());
	}

	public String gatewayUrl() {
		return Topology.gatewayUrl(this.settings);
	}

	/**
	 * Obtains a token with all permissions through the gateway, valid for a few minutes.
	 * @throws LaunchFailure if none can be obtained
	 */
	public String accessToken() {
		return new Http().token(gatewayUrl(), Secrets.CLIENT, this.secrets.clientSecret())
			.orElseThrow(() -> new LaunchFailure(
					"The gateway at " + gatewayUrl() + " issues no token: see ./kehu status and ./kehu logs."));
	}

	/**
	 * Returns access to the databases of the running PostgreSQL server, for its
	 * superuser.
	 */
	public PostgresDatabases databases() {
		return new Servers(this.root, this.state, this.settings, this.secrets).databases();
	}

	/** Returns the folder with the dashboards for Grafana. */
	public Path dashboards() {
		return this.root.resolve("deploy").resolve("observability").resolve("dashboards");
	}

	public Settings settings() {
		return this.settings;
	}

	public Secrets secrets() {
		return this.secrets;
	}

	public StateFolder state() {
		return this.state;
	}

	Path root() {
		return this.root;
	}

	ProcessRecords records() {
		return new ProcessRecords(this.state.run());
	}

	/** Returns the address of a process for display. */
	String address(String name) {
		return this.settings.listeners()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().equals(name))
			.map((entry) -> (Topology.SERVERS.contains(name) ? "localhost:" : "http://localhost:") + entry.getKey())
			.findFirst()
			.orElse("");
	}

	/**
	 * Waits until authenticated requests through the gateway to the services succeed.
	 */
	private void awaitAnswer() {
		Http http = new Http();
		List<String> names = this.settings.instances()
			.stream()
			.map((instance) -> instance.application().name())
			.toList();
		if (!names.contains("gateway") || !names.contains("auth-service")) {
			return;
		}
		boolean answers = Waiting.until(() -> http.token(gatewayUrl(), Secrets.CLIENT, this.secrets.clientSecret())
			.filter((token) -> !names.contains("customer-service")
					|| http.status(gatewayUrl() + "/api/v1/customers?limit=1", token) == Http.OK)
			.filter((token) -> !names.contains("order-service")
					|| http.status(gatewayUrl() + "/api/v1/orders?limit=1", token) == Http.OK)
			.isPresent(), ANSWER_LIMIT);
		if (!answers) {
			throw new LaunchFailure("Requests for customers and orders through the gateway still fail after "
					+ ANSWER_LIMIT.toSeconds() + " s; its log is " + this.state.log("gateway") + ".");
		}
	}

}
