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
 * Creates the HTTP client for calling instances, with a bounded pool, a bounded queue and
 * no automatic retries.
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
			// Would retry POST requests too; Forwarding decides what is retried
			.disableRetry(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) this.connections.connectTimeout().toMillis());
	}

	@Override
	protected ConnectionProvider buildConnectionProvider(HttpClientProperties properties) {
		return ConnectionProvider.builder("instances")
			.maxConnections(this.connections.limit())
			.pendingAcquireMaxCount(this.connections.waiting())
			.pendingAcquireTimeout(this.connections.acquireTimeout())
			.maxIdleTime(this.connections.idle())
			.evictInBackground(EVICTION_INTERVAL)
			.lifo()
			.build();
	}

}
