package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of one start of the system: the ports, the instances with their weights,
 * and the applications that are not started.
 *
 * @param ports the first port of each process
 * @param weights the weights of the instances of each application, one per instance
 * @param without the applications that are not started
 * @param traces where spans are sent to (OTLP over HTTP), empty for nowhere
 * @param eviction what the cache evicts when it is full
 */
public record Settings(Map<String, Integer> ports, Map<String, List<Integer>> weights, Set<String> without,
		String traces, EvictionPolicy eviction) {

	private static final int HIGHEST_PORT = 65535;

	private static final String TRACES = "traces";

	private static final String EVICTION = "eviction";

	public Settings {
		ports = new TreeMap<>(ports);
		weights = new TreeMap<>(weights);
		without = new TreeSet<>(without);
	}

	/** Returns the default settings: one instance of each process on its default port. */
	public static Settings defaults() {
		return new Settings(Topology.PORTS, Map.of(), Set.of(), "", EvictionPolicy.LRU);
	}

	/** Returns settings with all ports relative to a base port. */
	public Settings withPortBase(int base) {
		Map<String, Integer> moved = new LinkedHashMap<>();
		Topology.PORT_OFFSETS.forEach((name, offset) -> moved.put(name, base + offset));
		return new Settings(moved, this.weights, this.without, this.traces, this.eviction).checked();
	}

	/**
	 * Returns settings with another port for one process.
	 * @throws LaunchFailure if the process or the port does not exist
	 */
	public Settings withPort(String process, int port) {
		if (!this.ports.containsKey(process)) {
			throw new LaunchFailure("Unknown process '" + process + "'; choose one of "
					+ String.join(", ", Topology.PORTS.keySet()) + ".");
		}
		Map<String, Integer> changed = new LinkedHashMap<>(this.ports);
		changed.put(process, port);
		return new Settings(changed, this.weights, this.without, this.traces, this.eviction).checked();
	}

	/**
	 * Returns settings with several instances of one application.
	 * @throws LaunchFailure if it cannot be scaled or the weights are invalid
	 */
	public Settings withInstances(String application, List<Integer> instanceWeights) {
		if (!Topology.application(application).scalable()) {
			throw new LaunchFailure("'" + application + "' cannot be scaled: it runs as a single instance.");
		}
		if (instanceWeights.isEmpty() || instanceWeights.size() > Topology.MOST_INSTANCES) {
			throw new LaunchFailure("'" + application + "' can have 1 to " + Topology.MOST_INSTANCES
					+ " instances, not " + instanceWeights.size() + ".");
		}
		if (instanceWeights.stream().anyMatch((weight) -> weight < 0)) {
			throw new LaunchFailure("Weights must not be negative.");
		}
		Map<String, List<Integer>> changed = new LinkedHashMap<>(this.weights);
		changed.put(application, List.copyOf(instanceWeights));
		return new Settings(this.ports, changed, this.without, this.traces, this.eviction);
	}

	/**
	 * Returns settings without one application, which can then be run from an IDE.
	 * @throws LaunchFailure if the application does not exist
	 */
	public Settings without(String application) {
		Set<String> changed = new TreeSet<>(this.without);
		changed.add(Topology.application(application).name());
		return new Settings(this.ports, this.weights, changed, this.traces, this.eviction);
	}

	/**
	 * Returns settings with which all requests are traced.
	 * @param address where spans are sent to, with OTLP over HTTP
	 */
	public Settings withTraces(String address) {
		return new Settings(this.ports, this.weights, this.without, address, this.eviction);
	}

	/**
	 * Returns settings with another eviction policy of the cache.
	 */
	public Settings withEviction(EvictionPolicy policy) {
		return new Settings(this.ports, this.weights, this.without, this.traces, policy);
	}

	public int port(String process) {
		Integer port = this.ports.get(process);
		if (port == null) {
			throw new IllegalArgumentException("No port for " + process);
		}
		return port;
	}

	/** Returns the application instances to run, in starting order. */
	public List<ApplicationInstance> instances() {
		return Topology.APPLICATIONS.stream()
			.filter((application) -> !this.without.contains(application.name()))
			.flatMap((application) -> instances(application).stream())
			.toList();
	}

	List<ApplicationInstance> instances(Application application) {
		List<Integer> shares = this.weights.getOrDefault(application.name(), List.of(1));
		List<ApplicationInstance> instances = new ArrayList<>();
		for (int index = 0; index < shares.size(); index++) {
			String name = (shares.size() == 1) ? application.name() : application.name() + "-" + (index + 1);
			instances
				.add(new ApplicationInstance(application, name, port(application.name()) + index, shares.get(index)));
		}
		return instances;
	}

	/** Returns all ports in use, each with its process. */
	Map<Integer, String> listeners() {
		Map<Integer, String> listeners = new TreeMap<>();
		Map<String, Integer> names = new LinkedHashMap<>();
		Topology.SERVERS.forEach((server) -> names.put(server, port(server)));
		instances().forEach((instance) -> names.put(instance.name(), instance.port()));
		if (names.containsKey(Topology.GATEWAY)) {
			names.put(Topology.OPERATIONS, port(Topology.OPERATIONS));
		}
		names.forEach((name, port) -> {
			String other = listeners.putIfAbsent(port, name);
			if (other != null) {
				throw new LaunchFailure("Port " + port + " is assigned to both " + other + " and " + name + ".");
			}
		});
		return listeners;
	}

	void save(Path file) {
		Properties properties = new Properties();
		this.ports.forEach((name, port) -> properties.setProperty("port." + name, port.toString()));
		this.weights.forEach((name, shares) -> properties.setProperty("weights." + name,
				shares.stream().map(String::valueOf).collect(Collectors.joining(","))));
		this.without.forEach((name) -> properties.setProperty("without." + name, "true"));
		properties.setProperty(TRACES, this.traces);
		properties.setProperty(EVICTION, this.eviction.option());
		try (var writer = Files.newBufferedWriter(file)) {
			properties.store(writer, null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Settings load(Path file) {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Map<String, Integer> ports = new LinkedHashMap<>(Topology.PORTS);
		Map<String, List<Integer>> weights = new LinkedHashMap<>();
		Set<String> without = new TreeSet<>();
		properties.stringPropertyNames().forEach((key) -> {
			String name = key.substring(key.indexOf('.') + 1);
			String value = properties.getProperty(key);
			if (key.startsWith("port.")) {
				ports.put(name, Integer.valueOf(value));
			}
			else if (key.startsWith("weights.")) {
				weights.put(name, Arrays.stream(value.split(",")).map(Integer::valueOf).toList());
			}
			else if (key.startsWith("without.")) {
				without.add(name);
			}
		});
		return new Settings(ports, weights, without, properties.getProperty(TRACES, ""),
				EvictionPolicy.of(properties.getProperty(EVICTION, EvictionPolicy.LRU.option())));
	}

	private Settings checked() {
		this.ports.forEach((name, port) -> {
			if (port < 1 || port + Topology.MOST_INSTANCES > HIGHEST_PORT) {
				throw new LaunchFailure("Port " + port + " for " + name + " is outside 1 to "
						+ (HIGHEST_PORT - Topology.MOST_INSTANCES) + ".");
			}
		});
		return this;
	}

}
