package io.kehu.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds the route of a request by iterating over the few existing routes, without a
 * reactive stream for each.
 * <p>
 * Routes come from the configuration and don't change while the gateway runs; their
 * predicates only inspect the path and complete immediately.
 */
final class RouteTable extends RoutePredicateHandlerMapping {

	private final RouteLocator locator;

	private volatile @Nullable List<Route> routes;

	RouteTable(FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
		super(handler, locator, cors, environment);
		this.locator = locator;
	}

	@Override
	protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
		if (!PathGuard.isClean(exchange.getRequest().getURI().getRawPath())) {
			return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"The path is ambiguous: it contains an empty or relative segment, or one of the characters ; \\ in plain or encoded form."));
		}
		List<Route> known = this.routes;
		if (known != null) {
			return match(known, exchange);
		}
		return this.locator.getRoutes()
			.collectList()
			.doOnNext((found) -> this.routes = found)
			.flatMap((found) -> match(found, exchange));
	}

	private static Mono<Route> match(List<Route> routes, ServerWebExchange exchange) {
		for (Route route : routes) {
			// Never waits: a predicate on the path has completed by now
			if (Mono.from(route.getPredicate().apply(exchange)).toFuture().getNow(false)) {
				return Mono.just(route);
			}
		}
		return Mono.empty();
	}

}
