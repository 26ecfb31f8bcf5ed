package io.kehu.gateway.limit;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Limits the requests of each user, client and address, and reports how many are left in
 * the headers of draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateLimits implements GlobalFilter, Ordered {

	static final String POLICY_HEADER = "RateLimit-Policy";

	static final String STATE_HEADER = "RateLimit";

	/** After the token has been verified. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 1;

	private final LimitProperties limits;

	private final Buckets buckets;

	private final Callers callers;

	RateLimits(LimitProperties limits, Buckets buckets, Callers callers) {
		this.limits = limits;
		this.buckets = buckets;
		this.callers = callers;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return verdicts(this.callers.of(exchange), route.getId()).collectList().flatMap((verdicts) -> {
			report(verdicts, exchange.getResponse().getHeaders());
			return verdicts.stream()
				.filter((verdict) -> !verdict.granted())
				.findFirst()
				.<Mono<Void>>map((exceeded) -> Mono.error(new LimitExceededException(exceeded.policy())))
				.orElseGet(() -> chain.filter(exchange));
		});
	}

	private Flux<Verdict> verdicts(Caller caller, String route) {
		String client = caller.client();
		if (client == null) {
			return verdict("address", this.limits.address(), caller.address());
		}
		// The subject of a client's own token is the client
		String user = client.equals(caller.subject()) ? null : caller.subject();
		String subject = (user != null) ? user : client;
		return Flux.concat((user != null) ? verdict("user", this.limits.user(), user) : Flux.empty(),
				verdict("client", limitOf(client), client), verdict(route, this.limits.routes().get(route), subject));
	}

	private LimitProperties.@Nullable Limit limitOf(String client) {
		LimitProperties.Limit own = this.limits.clients().get(client);
		return (own != null) ? own : this.limits.client();
	}

	private Flux<Verdict> verdict(String name, LimitProperties.@Nullable Limit limit, String caller) {
		return (limit != null) ? this.buckets.take(Policy.of(name, limit), caller).flux() : Flux.empty();
	}

	private static void report(List<Verdict> verdicts, HttpHeaders headers) {
		if (!verdicts.isEmpty()) {
			headers.set(POLICY_HEADER, verdicts.stream().map(Verdict::policyItem).collect(Collectors.joining(", ")));
			headers.set(STATE_HEADER, verdicts.stream().map(Verdict::stateItem).collect(Collectors.joining(", ")));
		}
	}

}
