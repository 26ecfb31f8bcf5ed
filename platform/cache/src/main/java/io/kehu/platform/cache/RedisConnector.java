package io.kehu.platform.cache;

import java.time.Duration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Standalone;
import org.springframework.boot.ssl.SslBundle;

/**
 * Opens connections to the Redis of {@code spring.data.redis} that fail fast and never
 * reconnect behind the cache's back.
 */
final class RedisConnector implements AutoCloseable {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

	private final RedisClient client;

	RedisConnector(DataRedisConnectionDetails details, ClientResources resources) {
		Standalone server = details.getStandalone();
		if (server == null || details.getSentinel() != null || details.getCluster() != null
				|| details.getMasterReplica() != null) {
			throw new IllegalStateException("The cache needs one Redis address: set spring.data.redis.url");
		}
		RedisURI.Builder address = RedisURI.builder()
			.withHost(server.getHost())
			.withPort(server.getPort())
			.withDatabase(server.getDatabase())
			.withSsl(details.getSslBundle() != null)
			.withTimeout(CONNECT_TIMEOUT);
		if (details.getPassword() != null) {
			String user = (details.getUsername() != null) ? details.getUsername() : "default";
			address.withAuthentication(user, details.getPassword().toCharArray());
		}
		this.client = RedisClient.create(resources, address.build());
		this.client.setOptions(ClientOptions.builder()
			.autoReconnect(false)
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
			.sslOptions(ssl(details.getSslBundle()))
			.build());
	}

	private static SslOptions ssl(@Nullable SslBundle bundle) {
		if (bundle == null) {
			return SslOptions.create();
		}
		return SslOptions.builder()
			.jdkSslProvider()
			.keyManager(bundle.getManagers().getKeyManagerFactory())
			.trustManager(bundle.getManagers().getTrustManagerFactory())
			.build();
	}

	StatefulRedisConnection<String, String> connect() {
		return this.client.connect(StringCodec.UTF8);
	}

	StatefulRedisPubSubConnection<String, String> connectPubSub() {
		return this.client.connectPubSub(StringCodec.UTF8);
	}

	@Override
	public void close() {
		this.client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
	}

}
