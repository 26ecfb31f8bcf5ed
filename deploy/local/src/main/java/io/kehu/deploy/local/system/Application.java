package io.kehu.deploy.local.system;

import java.util.List;

import io.kehu.platform.embedded.SecondCompiler;
import org.jspecify.annotations.Nullable;

/**
 * A Spring Boot application as described by the {@link Topology}.
 *
 * @param name the name of its module, and its <code>spring.application.name</code>
 * @param needs the processes that must be ready before it starts
 * @param database the database (and role) that it owns, if any
 * @param redis the Redis server that it uses, if any
 * @param reads the topics of others that it reads; a trailing asterisk stands for the
 * rest of the name
 * @param heapMegabytes the maximum heap size of one instance
 * @param scalable whether several instances can run at the same time
 * @param options additional JVM options
 */
public record Application(String name, List<String> needs, @Nullable String database, @Nullable String redis,
		List<String> reads, int heapMegabytes, boolean scalable, List<String> options) {

	static Application named(String name) {
		return new Application(name, List.of(), null, null, List.of(), 64, false, List.of());
	}

	Application needs(String... processes) {
		return new Application(this.name, List.of(processes), this.database, this.redis, this.reads, this.heapMegabytes,
				this.scalable, this.options);
	}

	Application database(String owned) {
		return new Application(this.name, this.needs, owned, this.redis, this.reads, this.heapMegabytes, this.scalable,
				this.options);
	}

	Application redis(String server) {
		return new Application(this.name, this.needs, this.database, server, this.reads, this.heapMegabytes,
				this.scalable, this.options);
	}

	Application reads(String... topics) {
		return new Application(this.name, this.needs, this.database, this.redis, List.of(topics), this.heapMegabytes,
				this.scalable, this.options);
	}

	Application heap(int megabytes) {
		return new Application(this.name, this.needs, this.database, this.redis, this.reads, megabytes, this.scalable,
				this.options);
	}

	Application scales() {
		return new Application(this.name, this.needs, this.database, this.redis, this.reads, this.heapMegabytes, true,
				this.options);
	}

	Application with(String... jvmOptions) {
		return new Application(this.name, this.needs, this.database, this.redis, this.reads, this.heapMegabytes,
				this.scalable, List.of(jvmOptions));
	}

	/**
	 * Multiplies the thresholds of the C2 compiler, for applications that are not under
	 * load as soon as the system is up.
	 */
	Application patient(int times) {
		return with(SecondCompiler.after(times).toArray(String[]::new));
	}

}
