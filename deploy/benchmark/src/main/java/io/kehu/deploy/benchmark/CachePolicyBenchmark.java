package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.PrimitiveIterator;
import java.util.concurrent.Callable;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Compares the hit rates of the policies by which Redis and the cache in the process
 * evict, with the same number of entries and the same reads.
 */
@Command(name = "cache-policies", mixinStandardHelpOptions = true,
		description = "Hit rates of LRU, LFU and W-TinyLFU on reads that follow Zipf's law.")
final class CachePolicyBenchmark implements Callable<Integer> {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--keys", defaultValue = "100000", description = "Keys (${DEFAULT-VALUE})")
	private int keys;

	@Option(names = "--reads", defaultValue = "200000", description = "Reads (${DEFAULT-VALUE})")
	private int reads;

	@Option(names = "--exponent", defaultValue = "0.9", description = "The exponent of Zipf's law (${DEFAULT-VALUE})")
	private double exponent;

	@Option(names = "--memory", defaultValue = "5mb", description = "The memory of Redis (${DEFAULT-VALUE})")
	private String memory = "5mb";

	@Override
	public Integer call() throws IOException {
		PrintWriter out = this.spec.commandLine().getOut();
		ZipfTrace trace = new ZipfTrace(this.keys, this.exponent, this.reads, 42);
		out.println("| policy | entries | hits before the ranks move | hits after it |");
		out.println("|---|---|---|---|");
		int entries = redis("allkeys-lru", trace, out);
		redis("allkeys-lfu", trace, out);
		Cache<Integer, Boolean> near = Caffeine.newBuilder().maximumSize(entries).executor(Runnable::run).build();
		row("W-TinyLFU (Caffeine)", entries, hits(trace, (key) -> {
			boolean present = near.getIfPresent(key) != null;
			near.put(key, Boolean.TRUE);
			return present;
		}), out);
		out.flush();
		return 0;
	}

	private int redis(String policy, ZipfTrace trace, PrintWriter out) throws IOException {
		try (RedisServer server = new RedisServer(ServerSettings.forTests()
			.withOption("maxmemory", this.memory)
			.withOption("maxmemory-policy", policy))) {
			server.start();
			try (RedisReads redis = new RedisReads(server.port())) {
				Hits hits = hits(trace, redis::read);
				int entries = redis.size();
				row(policy, entries, hits, out);
				return entries;
			}
		}
	}

	private Hits hits(ZipfTrace trace, Reading cache) throws IOException {
		int before = 0;
		int after = 0;
		int read = 0;
		for (PrimitiveIterator.OfInt each = trace.keys().iterator(); each.hasNext(); read++) {
			boolean hit = cache.read(each.nextInt());
			before += (hit && read < this.reads / 2) ? 1 : 0;
			after += (hit && read >= this.reads / 2) ? 1 : 0;
		}
		return new Hits(before * 2.0 / this.reads, after * 2.0 / this.reads);
	}

	private static void row(String policy, int entries, Hits hits, PrintWriter out) {
		out.println("| %s | %d | %.3f | %.3f |".formatted(policy, entries, hits.before(), hits.after()));
	}

	/**
	 * A cache that loads what is missing.
	 */
	private interface Reading {

		/** Returns whether the key was in the cache. */
		boolean read(int key) throws IOException;

	}

	/**
	 * The shares of reads that were hits.
	 */
	private record Hits(double before, double after) {
	}

}
