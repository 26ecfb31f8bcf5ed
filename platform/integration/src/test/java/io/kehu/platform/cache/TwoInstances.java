package io.kehu.platform.cache;

import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;

/**
 * Two instances of a service that share a cache in a Redis of their own.
 */
final class TwoInstances implements AutoCloseable {

	final CacheInstance first;

	final CacheInstance second;

	private final RedisServer redis = new RedisServer(ServerSettings.forTests());

	private final ClientResources resources = DefaultClientResources.create();

	TwoInstances() {
		this.redis.start();
		this.first = new CacheInstance(this.redis.port(), this.resources);
		this.second = new CacheInstance(this.redis.port(), this.resources);
		this.first.ready();
		this.second.ready();
	}

	String redisAddress() {
		return "redis://127.0.0.1:" + this.redis.port();
	}

	@Override
	public void close() {
		this.first.close();
		this.second.close();
		this.resources.shutdown();
		this.redis.close();
	}

}
