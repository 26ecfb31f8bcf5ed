package io.kehu.gateway;

import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.kehu.gateway.console.ConsoleFiles;
import io.kehu.gateway.console.DocsPages;
import io.kehu.gateway.limit.Callers;
import io.kehu.gateway.session.BrowserSessions;
import io.kehu.gateway.session.SessionPages;
import io.kehu.platform.link.LinkIdentity;
import io.kehu.platform.token.AuthProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.server.WebHandler;

/**
 * Replaces the parts of Spring Cloud Gateway that are disabled in
 * {@code application.yml}.
 */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	@Bean
	HttpClientFactory pooledHttpClient(HttpClientProperties properties, ServerProperties serverProperties,
			HttpClientSslConfigurer sslConfigurer, EdgeProperties edge) {
		return new PooledHttpClient(properties, serverProperties, sslConfigurer, edge.connections());
	}

	@Bean
	Circuits circuits(EdgeProperties edge, MeterRegistry metrics) {
		return new Circuits(edge.circuit(), metrics);
	}

	@Bean
	BalancedForwarding balancedForwarding(LoadBalancerClientFactory balancers, Circuits circuits) {
		return new BalancedForwarding(balancers, circuits);
	}

	@Bean
	RouteTable routeTable(FilteringWebHandler handler, RouteLocator locator, ServiceRoutes services, OwnPages pages,
			GlobalCorsProperties cors, Environment environment) {
		return new RouteTable(handler, locator, services, pages, cors, environment);
	}

	@Bean
	Callers callers(TrustedPeers trusted) {
		return (exchange) -> TokenCheck.callerOf(exchange, trusted);
	}

	@Bean
	OwnPages ownPages(ObjectProvider<SessionPages> sessions, ConsoleFiles console, ServiceRoutes services,
			JsonMapper json) {
		DocsPages docs = new DocsPages(services::names, json);
		return new OwnPages(Stream
			.concat(sessions.stream().map((pages) -> (Function<ServerHttpRequest, @Nullable WebHandler>) pages::find),
					Stream.of(docs::find, console::find))
			.toList());
	}

	@Bean
	TokenCheck tokenCheck(ReactiveJwtDecoder decoder, ObjectProvider<BrowserSessions> sessions) {
		return new TokenCheck(decoder, sessions.getIfAvailable());
	}

	@Bean
	TrustedPeers trustedPeers(EdgeProperties edge) {
		return new TrustedPeers(edge.trustedProxies());
	}

	@Bean
	HeldBodies heldBodies(EdgeProperties edge) {
		return new HeldBodies(edge.bodies(), System::nanoTime);
	}

	@Bean
	BodyReading bodyReading(EdgeProperties edge, HeldBodies bodies, TrustedPeers trusted) {
		return new BodyReading(edge.bodies(), bodies, trusted);
	}

	@Bean
	Streams streams(EdgeProperties edge) {
		return new Streams(edge.streams());
	}

	/**
	 * Removes the filters of headers that {@link RequestHeaders} and
	 * {@link ConnectionHeaders} replace and that no property disables.
	 */
	@Bean
	static BeanDefinitionRegistryPostProcessor withoutReplacedFilters() {
		return (registry) -> Stream
			.of("removeHopByHopHeadersFilter", "removeForwardedHeadersFilter", "removeXForwardedHeadersFilter")
			.filter(registry::containsBeanDefinition)
			.forEach(registry::removeBeanDefinition);
	}

	@Bean
	RequestHeaders requestHeaders(TrustedPeers trusted, ObjectProvider<LinkIdentity> identity) {
		return new RequestHeaders(trusted, identity.getIfAvailable());
	}

	@Bean
	ConnectionHeaders responseHeaders() {
		return new ConnectionHeaders();
	}

	@Bean
	ProblemWriter problemWriter(JsonMapper json) {
		return new ProblemWriter(json);
	}

	@Bean
	CrossOrigin crossOrigin(EdgeProperties edge, ProblemWriter problems) {
		return new CrossOrigin(edge.allowedOrigins(), problems);
	}

	@Bean
	TraceHeader traceHeader() {
		return new TraceHeader();
	}

	@Bean
	PathOwners pathOwners(AuthProperties auth, JsonMapper json, ObjectProvider<LinkIdentity> identity) {
		URI keys = Objects.requireNonNull(auth.jwksUri());
		return new PathOwners(keys.resolve("/internal/paths/owners"), json, identity.getIfAvailable());
	}

	@Bean
	ServiceRoutes serviceRoutes(PathOwners owners) {
		return new ServiceRoutes(owners::claim);
	}

	@Bean
	DescriptionRoutes descriptionRoutes(ServiceRoutes services) {
		return new DescriptionRoutes(services);
	}

	@Bean
	@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
	Announcements announcements(DiscoveryClient registry, ServiceRoutes routes, ApplicationEventPublisher events) {
		return new Announcements(registry, routes, events, null);
	}

	/**
	 * Services without a registry are asked for their paths.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "eureka.client.enabled", havingValue = "false")
	static class WithoutRegistry {

		@Bean
		SimpleAsyncTaskScheduler inquiries() {
			SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
			scheduler.setThreadNamePrefix("paths-");
			return scheduler;
		}

		@Bean
		Announcements announcements(DiscoveryClient registry, ServiceRoutes routes, ApplicationEventPublisher events,
				JsonMapper json, ObjectProvider<LinkIdentity> identity, SimpleAsyncTaskScheduler inquiries) {
			Announcements announcements = new Announcements(registry, routes, events,
					new PathInquiry(json, identity.getIfAvailable()));
			announcements.repeat(inquiries);
			return announcements;
		}

	}

	@Bean
	NettyServerCustomizer malformedRequests(ProblemWriter problems) {
		return (server) -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addAfter(NettyPipeline.HttpCodec, MalformedRequests.class.getName(), new MalformedRequests(problems)));
	}

	@Bean
	NettyServerCustomizer stalledExchanges(EdgeProperties edge) {
		return (server) -> server.doOnChannelInit((observer, channel, address) -> channel.pipeline()
			.addAfter(NettyPipeline.HttpCodec, StalledExchanges.class.getName(),
					new StalledExchanges(edge.stalledAfter())));
	}

	@Bean
	@ConditionalOnProperty("management.opentelemetry.tracing.export.otlp.endpoint")
	SpanFilter spanFilter(Tracer tracer) {
		return new SpanFilter(tracer);
	}

	@Bean
	FailureHandler failureHandler(ProblemWriter problems) {
		return new FailureHandler(problems);
	}

}
