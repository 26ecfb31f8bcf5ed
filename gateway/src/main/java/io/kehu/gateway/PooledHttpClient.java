package io.kehu.gateway;

import java.time.Duration;
import java.util.List;

import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;

/**
 * Makes the client towards the instances: a bounded pool with a bounded queue, and no
 * request repeated behind our back.
 */
final class PooledHttpClient extends HttpClientFactory {

	private static final Duration EVICTION_INTERVAL = Duration.ofSeconds(2);

	private final EdgeProperties.Connections connections;

	PooledHttpClient(HttpClientProperties properties, ServerProperties serverProperties,
			HttpClientSslConfigurer sslConfigurer, EdgeProperties.Connections connections) {
		super(properties, serverProperties, sslConfigurer, List.of());
		this.connections = connections;
	}

	@Override
	protected HttpClient createInstance() {
		return super.createInstance()
			// Would repeat a POST too; what may be repeated is decided in
			// BalancedForwarding
			.disableRetry(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) this.connections.connectTimeout().toMillis());
	}

	@Override
	protected ConnectionProvider buildConnectionProvider(HttpClientProperties properties) {
		return ConnectionProvider.builder("instances")
			.maxConnections(this.connections.limit())
			.pendingAcquireMaxCount(this.connections.waiting())
			.pendingAcquireTimeout(this.connections.patience())
			.maxIdleTime(this.connections.idle())
			.evictInBackground(EVICTION_INTERVAL)
			.lifo()
			.build();
	}

}
