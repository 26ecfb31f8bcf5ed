package io.kehu.gateway.limit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RateLimitsTests {

	private static final LimitProperties LIMITS = new LimitProperties(new LimitProperties.Limit(1, 3),
			new LimitProperties.Limit(1, 5), Map.of("operator", new LimitProperties.Limit(1, 7)),
			new LimitProperties.Limit(1, 2), Map.of("orders", new LimitProperties.Limit(1, 1)), 10);

	private final RateLimits limits;

	private Caller caller = new Caller("ada", "console", "");

	RateLimitsTests() {
		// Counts for itself, since there is no Redis
		LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
		nowhere.afterPropertiesSet();
		nowhere.start();
		this.limits = new RateLimits(LIMITS, new Buckets(new ReactiveStringRedisTemplate(nowhere), () -> 0),
				(exchange) -> this.caller);
	}

	@Test
	void eachUserAndAllUsersOfAClientAreLimited() {
		for (int i = 0; i < 3; i++) {
			send("customers");
		}
		assertThatRefused("customers", "user");
		this.caller = new Caller("bob", "console", "");
		send("customers");
		assertThatRefused("customers", "client");
	}

	@Test
	void aRouteHasALimitOfItsOwnForEachCaller() {
		this.caller = new Caller("partner", "partner", "");
		assertThat(send("orders").getResponse().getHeaders().get("RateLimit-Policy"))
			.isEqualTo(List.of("\"client\";q=5;w=5, \"orders\";q=1;w=1"));
		assertThatRefused("orders", "orders");
		send("customers");
	}

	@Test
	void aClientCanHaveALimitOfItsOwn() {
		this.caller = new Caller("operator", "operator", "");
		for (int i = 0; i < 7; i++) {
			send("customers");
		}
		assertThatRefused("customers", "client");
	}

	@Test
	void requestsWithoutATokenAreLimitedByAddress() {
		this.caller = new Caller(null, null, "192.0.2.7");
		send("login");
		assertThat(send("login").getResponse().getHeaders().getFirst("RateLimit")).isEqualTo("\"address\";r=0;t=2");
		assertThatRefused("login", "address");
		this.caller = new Caller(null, null, "192.0.2.8");
		send("login");
	}

	private void assertThatRefused(String route, String policy) {
		assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> send(route)).satisfies((refusal) -> {
			assertThat(refusal.getStatusCode().value()).isEqualTo(429);
			assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("1");
			assertThat(refusal.getReason()).contains("'" + policy + "'");
		});
	}

	private MockServerWebExchange send(String route) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
					Route.async().id(route).uri("lb://service").predicate((any) -> true).build());
		this.limits.filter(exchange, (passed) -> Mono.empty()).block();
		return exchange;
	}

}
