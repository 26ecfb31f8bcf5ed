package io.kehu.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.event.RefreshRoutesResultEvent;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Finds the route of a request by iterating over the few existing routes, without a
 * reactive stream for each; requests without one may be for a page of the gateway's own.
 * <p>
 * The predicates of routes only inspect the path and complete immediately. Routes change
 * when services announce other paths.
 */
final class RouteTable extends RoutePredicateHandlerMapping implements ApplicationListener<RefreshRoutesResultEvent> {

	private static final String PAGE = RouteTable.class.getName();

	private final RouteLocator locator;

	private final ServiceRoutes services;

	private final OwnPages pages;

	private volatile @Nullable List<Route> routes;

	RouteTable(FilteringWebHandler handler, RouteLocator locator, ServiceRoutes services, OwnPages pages,
			GlobalCorsProperties cors, Environment environment) {
		super(handler, locator, cors, environment);
		this.locator = locator;
		this.services = services;
		this.pages = pages;
	}

	@Override
	protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
		return super.getHandlerInternal(exchange).map((handler) -> (Object) handler)
			.switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(exchange.<Object>getAttribute(PAGE))));
	}

	@Override
	public void onApplicationEvent(RefreshRoutesResultEvent event) {
		this.routes = null;
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

	/**
	 * Returns the route of a request. Until the first service has announced itself,
	 * nothing can be said about the paths of the API.
	 */
	private Mono<Route> match(List<Route> routes, ServerWebExchange exchange) {
		for (Route route : routes) {
			// Never waits: a predicate on the path has completed by now
			if (Mono.from(route.getPredicate().apply(exchange)).toFuture().getNow(false)) {
				return Mono.just(route);
			}
		}
		WebHandler page = this.pages.find(exchange.getRequest());
		if (page != null) {
			exchange.getAttributes().put(PAGE, page);
		}
		return (this.services.isEmpty() && exchange.getRequest().getURI().getRawPath().startsWith("/api/"))
				? Mono.error(new NoInstanceException("any service", null)) : Mono.empty();
	}

}
