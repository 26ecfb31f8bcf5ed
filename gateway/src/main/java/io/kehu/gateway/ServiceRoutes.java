package io.kehu.gateway;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;

import org.springframework.cloud.gateway.handler.predicate.PredicateDefinition;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteDefinitionLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.core.Ordered;

/**
 * Derives the routes to the services from the resources that each serves, so that every
 * resource has the same ones: bulk loads and exports are streams, which have no limits
 * here, and each service has its dead letters.
 */
final class ServiceRoutes implements RouteDefinitionLocator, Ordered {

	private static final String API = "/api/v1/";

	private final List<RouteDefinition> routes;

	/**
	 * Creates the routes.
	 * @param resources the first segments of the paths that each service serves below
	 * {@code /api/v1}
	 */
	ServiceRoutes(Map<String, List<String>> resources) {
		this.routes = resources.entrySet()
			.stream()
			.flatMap((service) -> Stream.concat(
					service.getValue().isEmpty() ? Stream.empty()
							: Stream.of(streams(service.getKey(), service.getValue())),
					Stream.of(plain(service.getKey(), service.getValue()))))
			.toList();
	}

	private static RouteDefinition streams(String service, List<String> resources) {
		String paths = resources.stream()
			.map((resource) -> "%1$s/bulk,%1$s/*/bulk,%1$s/export".formatted(API + resource))
			.collect(Collectors.joining(","));
		RouteDefinition route = route(service + "-streams", service, paths);
		// Ahead of the route that contains these paths
		route.setOrder(-1);
		route.setMetadata(Map.of(Streams.STREAMS, true, RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1));
		return route;
	}

	private static RouteDefinition plain(String service, List<String> resources) {
		String paths = Stream.concat(resources.stream(), Stream.of(service + "/dead-letters"))
			.map((resource) -> API + resource + "/**")
			.collect(Collectors.joining(","));
		return route(service, service, paths);
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

}
