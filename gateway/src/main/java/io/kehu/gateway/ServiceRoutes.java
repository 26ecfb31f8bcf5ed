package io.kehu.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.cloud.gateway.handler.predicate.PredicateDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteDefinitionLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.core.Ordered;

/**
 * Derives the routes to the services from the paths that they announce. A resource, which
 * is the first segment of a path below {@code /api/v1}, belongs to the first service that
 * announces it, as long as one of its instances does, and while it has none.
 */
final class ServiceRoutes implements RouteDefinitionLocator, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ServiceRoutes.class);

	private static final String API = "/api/v1/";

	private final Map<String, String> owners = new HashMap<>();

	private final NavigableMap<String, Paths> services = new TreeMap<>();

	private final Set<String> refusals = new TreeSet<>();

	private volatile List<RouteDefinition> routes = List.of();

	/**
	 * Replaces what a service has announced before. What is not valid or belongs to
	 * another service is refused.
	 * @return whether the routes have changed
	 */
	synchronized boolean announce(String service, Set<String> resources, Set<String> streams) {
		this.owners.entrySet().removeIf((one) -> one.getValue().equals(service) && !resources.contains(one.getKey()));
		NavigableSet<String> owned = accepted(service, resources, (resource) -> take(service, resource));
		NavigableSet<String> open = accepted(service, streams, (stream) -> stream.matches(API + "[^,\\s]+")
				&& owned.contains(stream.substring(API.length()).split("/", 2)[0]));
		Paths paths = new Paths(owned, open);
		if (paths.equals(this.services.put(service, paths))) {
			return false;
		}
		List<RouteDefinition> definitions = new ArrayList<>();
		this.services.forEach((name, served) -> definitions.addAll(definitions(name, served)));
		this.routes = List.copyOf(definitions);
		return true;
	}

	private boolean take(String service, String resource) {
		// Each service has its dead letters under its own name
		boolean valid = resource.matches("[a-z][a-z0-9-]{0,62}")
				&& (resource.equals(service) || !resource.endsWith("-service"));
		return valid && this.owners.computeIfAbsent(resource, (free) -> service).equals(service);
	}

	private NavigableSet<String> accepted(String service, Set<String> announced, Predicate<String> rule) {
		NavigableSet<String> accepted = new TreeSet<>();
		for (String one : announced) {
			if (rule.test(one)) {
				accepted.add(one);
			}
			else if (this.refusals.add(service + " " + one)) {
				logger.error("{} announces {}, which is refused: it belongs to {}", service, one,
						this.owners.getOrDefault(one, "no service"));
			}
		}
		return accepted;
	}

	/** Returns whether no service has announced anything yet. */
	boolean isEmpty() {
		return this.routes.isEmpty();
	}

	private static List<RouteDefinition> definitions(String service, Paths paths) {
		List<RouteDefinition> definitions = new ArrayList<>();
		if (!paths.streams().isEmpty()) {
			RouteDefinition route = route(service + "-streams", service, String.join(",", paths.streams()));
			// Ahead of the route that contains these paths
			route.setOrder(-1);
			route.setMetadata(Map.of(Streams.STREAMS, true, RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1));
			definitions.add(route);
		}
		if (!paths.resources().isEmpty()) {
			definitions.add(route(service, service,
					paths.resources()
						.stream()
						.map((resource) -> API + resource + "/**")
						.collect(Collectors.joining(","))));
		}
		return definitions;
	}

	private static RouteDefinition route(String id, String service, String paths) {
		RouteDefinition route = new RouteDefinition();
		route.setId(id);
		route.setUri(URI.create("lb://" + service));
		route.setPredicates(List.of(new PredicateDefinition("Path=" + paths)));
		return route;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Flux<RouteDefinition> getRouteDefinitions() {
		return Flux.fromIterable(this.routes);
	}

	/**
	 * The accepted paths of one service.
	 *
	 * @param streams the patterns of the paths that are streams, which have no limits
	 * here
	 */
	private record Paths(NavigableSet<String> resources, NavigableSet<String> streams) {
	}

}
