package io.kehu.deploy.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.kehu.deploy.local.system.EvictionPolicy;
import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that define what the system consists of.
 */
final class SettingsOptions {

	@Option(names = "--scale", paramLabel = "SERVICE=N", description = "Starts N instances of a service.")
	private Map<String, Integer> scale = new LinkedHashMap<>();

	@Option(names = "--weights", paramLabel = "N,N,...",
			description = "The shares of requests that the gateway sends to the instances of the scaled service; 0 means none.")
	private @Nullable String weights;

	@Option(names = "--without", paramLabel = "SERVICE", split = ",",
			description = "Does not start a service, so that you can run it from an IDE; its environment is written to a file.")
	private List<String> without = new ArrayList<>();

	@Option(names = "--port-base", paramLabel = "PORT",
			description = "Uses ports from this one on, starting with the gateway's.")
	private @Nullable Integer portBase;

	@Option(names = "--port", paramLabel = "PROCESS=PORT", description = "Changes the port of one process.")
	private Map<String, Integer> ports = new LinkedHashMap<>();

	@Option(names = "--traces", paramLabel = "URL",
			description = "Traces all requests and sends the spans to this address, with OTLP over HTTP.")
	private @Nullable String traces;

	@Option(names = "--cache-policy", paramLabel = "POLICY",
			description = "What the cache evicts when it is full: allkeys-lru or allkeys-lfu.")
	private @Nullable String cachePolicy;

	/** Whether no option is given, so that the previous settings apply. */
	boolean isEmpty() {
		return this.scale.isEmpty() && this.weights == null && this.without.isEmpty() && this.portBase == null
				&& this.ports.isEmpty() && this.traces == null && this.cachePolicy == null;
	}

	Settings settings() {
		Settings settings = Settings.defaults();
		Integer base = this.portBase;
		if (base != null) {
			settings = settings.withPortBase(base);
		}
		for (Map.Entry<String, Integer> port : this.ports.entrySet()) {
			settings = settings.withPort(port.getKey(), port.getValue());
		}
		for (Map.Entry<String, List<Integer>> service : instances().entrySet()) {
			settings = settings.withInstances(service.getKey(), service.getValue());
		}
		for (String service : this.without) {
			settings = settings.without(service);
		}
		String policy = this.cachePolicy;
		if (policy != null) {
			settings = settings.withEviction(EvictionPolicy.of(policy));
		}
		String collector = this.traces;
		return (collector != null) ? settings.withTraces(collector) : settings;
	}

	private Map<String, List<Integer>> instances() {
		Map<String, List<Integer>> instances = new LinkedHashMap<>();
		this.scale.forEach((service, count) -> instances.put(service, Collections.nCopies(Math.max(0, count), 1)));
		String given = this.weights;
		if (given != null) {
			if (this.scale.size() != 1) {
				throw new LaunchFailure("--weights requires exactly one --scale.");
			}
			List<Integer> shares = Stream.of(given.split(",")).map(SettingsOptions::weight).toList();
			this.scale.forEach((service, count) -> {
				if (shares.size() != count) {
					throw new LaunchFailure(count + " instances of " + service + " need as many weights, not "
							+ shares.size() + " (" + given + ").");
				}
				instances.put(service, shares);
			});
		}
		return instances;
	}

	private static Integer weight(String text) {
		try {
			return Integer.valueOf(text.strip());
		}
		catch (NumberFormatException ex) {
			throw new LaunchFailure("'" + text + "' is not a weight: use whole numbers, for example --weights 5,3,1.",
					ex);
		}
	}

}
