package io.kehu.platform.cache;

import java.time.Duration;
import java.util.regex.Pattern;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
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

	/** How Redis begins its answers when it knows the client but does not accept it. */
	private static final Pattern REFUSAL = Pattern.compile("(WRONGPASS|NOAUTH|NOPERM) .*");

	private final RedisClient client;

	private final String address;

	RedisConnector(DataRedisConnectionDetails details, ClientResources resources) {
		Standalone server = details.getStandalone();
		if (server == null || details.getSentinel() != null || details.getCluster() != null
				|| details.getMasterReplica() != null) {
			throw new IllegalStateException("The cache needs one Redis address: set spring.data.redis.url");
		}
		this.address = server.getHost() + ":" + server.getPort();
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

	/**
	 * Checks that Redis accepts the credentials if it can be reached. A service starts
	 * without Redis, which can come later, but its credentials do not mend themselves.
	 * @throws IllegalStateException if Redis refuses them
	 */
	void checkCredentials() {
		try {
			connect().close();
		}
		catch (RedisException ex) {
			String refusal = refusal(ex);
			if (refusal != null) {
				close();
				throw new IllegalStateException(
						"Redis at %s refuses the credentials of this service (%s): check spring.data.redis.username and spring.data.redis.password"
							.formatted(this.address, refusal),
						ex);
			}
		}
	}

	private static @Nullable String refusal(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			if (cause instanceof RedisCommandExecutionException && message != null
					&& REFUSAL.matcher(message).matches()) {
				return message;
			}
		}
		return null;
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
