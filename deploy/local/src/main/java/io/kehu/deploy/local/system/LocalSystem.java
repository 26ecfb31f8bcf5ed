package io.kehu.deploy.local.system;

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
 * The whole of Kehu as processes of this machine, over one folder of state.
 */
public final class LocalSystem {

	private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

	private final Path root;

	private final StateFolder state;

	private final Settings settings;

	private final Secrets secrets;

	private volatile @Nullable Startup startup;

	/**
	 * A system that need not run.
	 * @param root the project's root, where the build has left the applications
	 * @param state where it keeps what it keeps
	 * @param settings what it consists of
	 */
	public LocalSystem(Path root, StateFolder state, Settings settings) {
		this.root = root.toAbsolutePath().normalize();
		this.state = state;
		this.settings = settings;
		this.secrets = new Secrets(state);
	}

	/** The system as it was last started from this folder, or the usual one. */
	public static LocalSystem existing(Path root, StateFolder state) {
		Settings settings = Files.exists(state.settings()) ? Settings.load(state.settings()) : Settings.usual();
		return new LocalSystem(root, state, settings);
	}

	/**
	 * Starts what does not run yet.
	 * @return false when everything ran already
	 * @throws LaunchFailure when it cannot start; nothing is left behind then
	 */
	public boolean up(StartListener listener, boolean checkMemory) {
		List<String> servers = Topology.SERVERS.stream().filter((name) -> !records().isAlive(name)).toList();
		List<Instance> instances = this.settings.instances()
			.stream()
			.filter((instance) -> !records().isAlive(instance.name()))
			.toList();
		if (isRunning() && !this.settings.equals(existing(this.root, this.state).settings)) {
			throw new LaunchFailure("Kehu is running with other settings: ./kehu down first.");
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
				.forEach((instance) -> listener.notice(instance.name() + " is left to you, on port " + instance.port()
						+ "; its environment: " + ServiceProcess.writeEnvironment(instance, this))));
		Startup current = new Startup(this, listener);
		this.startup = current;
		current.run(servers, instances, this::awaitAnswer);
		this.startup = null;
		return true;
	}

	/** Gives up a start that is under way in another thread; leaves nothing behind. */
	public void abandon() {
		Startup current = this.startup;
		if (current != null) {
			current.abandon();
		}
	}

	/**
	 * Stops everything that runs.
	 * @return whether anything ran
	 */
	public boolean down(StartListener listener) {
		boolean running = isRunning();
		new Shutdown(this, listener).stop(records().all().keySet());
		return running;
	}

	/** One process as it was started, alive or not. */
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
	 * A token with all permissions, from the gateway, valid for some minutes.
	 * @throws LaunchFailure when there is none to be had
	 */
	public String accessToken() {
		return new Http().token(gatewayUrl(), Secrets.CLIENT, this.secrets.clientSecret())
			.orElseThrow(() -> new LaunchFailure(
					"The gateway at " + gatewayUrl() + " gives no token: see ./kehu status and ./kehu logs."));
	}

	/** The databases of the running PostgreSQL, for its superuser. */
	public PostgresDatabases databases() {
		return new Servers(this.state, this.settings, this.secrets).databases();
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

	/** Where a process listens, for people. */
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
	 * Waits until a request with a token comes through the gateway from every service.
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
			throw new LaunchFailure("The gateway does not answer requests for customers and orders after "
					+ ANSWER_LIMIT.toSeconds() + " s; its log is " + this.state.log("gateway") + ".");
		}
	}

}
