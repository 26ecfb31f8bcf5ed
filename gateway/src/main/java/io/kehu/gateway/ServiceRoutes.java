package io.kehu.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
 * is the first segment of a path below {@code /api/v1}, belongs to one service, see
 * {@link PathOwners}. Until its owner is known, it is not served.
 */
final class ServiceRoutes implements RouteDefinitionLocator, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(ServiceRoutes.class);

	private static final String API = "/api/v1/";

	private static final Pattern RESOURCE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

	private final BiFunction<String, Set<String>, Map<String, String>> claims;

	private final Map<String, String> owners = new HashMap<>();

	private final NavigableMap<String, Paths> services = new TreeMap<>();

	private final Set<String> refusals = new TreeSet<>();

	private volatile List<RouteDefinition> routes = List.of();

	/**
	 * Creates an instance.
	 * @param claims returns the owners of resources that a service announces
	 */
	ServiceRoutes(BiFunction<String, Set<String>, Map<String, String>> claims) {
		this.claims = claims;
	}

	/**
	 * Replaces what a service has announced before. What is not valid or belongs to
	 * another service is refused.
	 * @return whether the routes have changed
	 */
	synchronized boolean announce(String service, Set<String> resources, Set<String> streams) {
		claim(service, resources);
		NavigableSet<String> owned = accepted(service, resources, (resource) -> owns(service, resource));
		NavigableSet<String> open = accepted(service, streams,
				(stream) -> stream.matches(API + "[^,\\s]+") && owned.contains(resourceOf(stream)));
		Paths paths = new Paths(owned, open);
		if (paths.equals(this.services.put(service, paths))) {
			return false;
		}
		List<RouteDefinition> definitions = new ArrayList<>();
		this.services.forEach((name, served) -> definitions
			.addAll(definitions(name, served.without((resource) -> !owns(name, resource)))));
		this.routes = List.copyOf(definitions);
		return true;
	}

	/** An owner may also have changed since the last claim. */
	private void claim(String service, Set<String> resources) {
		Set<String> claimed = resources.stream()
			.filter((resource) -> isValid(service, resource) && !owns(service, resource))
			.collect(Collectors.toCollection(TreeSet::new));
		if (!claimed.isEmpty()) {
			this.owners.putAll(this.claims.apply(service, claimed));
		}
	}

	private static boolean isValid(String service, String resource) {
		// Each service has its dead letters under its own name
		return RESOURCE.matcher(resource).matches() && (resource.equals(service) || !resource.endsWith("-service"));
	}

	private boolean owns(String service, String resource) {
		return service.equals(this.owners.get(resource));
	}

	private static String resourceOf(String stream) {
		return stream.substring(API.length()).split("/", 2)[0];
	}

	private NavigableSet<String> accepted(String service, Set<String> announced, Predicate<String> rule) {
		NavigableSet<String> accepted = new TreeSet<>();
		for (String one : announced) {
			if (rule.test(one)) {
				accepted.add(one);
			}
			else {
				refuse(service, one);
			}
		}
		return accepted;
	}

	private void refuse(String service, String announced) {
		String owner = this.owners.get(announced);
		if (owner == null && isValid(service, announced)) {
			logger.debug("{} announces {}, whose owner is not known yet", service, announced);
		}
		else if (this.refusals.add(service + " " + announced)) {
			logger.error("{} announces {}, which is refused: it belongs to {}", service, announced,
					Objects.requireNonNullElse(owner, "no service"));
		}
	}

	/** Returns the names of the services that have announced a path. */
	synchronized SortedSet<String> names() {
		return this.services.entrySet()
			.stream()
			.filter((served) -> !served.getValue().resources().isEmpty())
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
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

	static RouteDefinition route(String id, String service, String paths) {
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

		Paths without(Predicate<String> resource) {
			NavigableSet<String> kept = new TreeSet<>(this.resources);
			kept.removeIf(resource);
			NavigableSet<String> open = new TreeSet<>(this.streams);
			open.removeIf((stream) -> !kept.contains(resourceOf(stream)));
			return new Paths(kept, open);
		}

	}

}
