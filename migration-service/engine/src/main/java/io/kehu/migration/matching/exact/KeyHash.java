package io.kehu.migration.matching.exact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

import io.kehu.migration.table.Hashes;

/**
 * A hash of 128 bits under a secret seed: that two of a thousand million different keys
 * share it has a chance of less than one in 10^20, and such keys can't be prepared.
 */
final class KeyHash {

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long FIRST = 0x9E3779B97F4A7C15L;

	private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

	private final long highSeed;

	private final long lowSeed;

	private long high;

	private long low;

	KeyHash(SplittableRandom random) {
		this.highSeed = random.nextLong();
		this.lowSeed = random.nextLong();
	}

	/** Takes a key. */
	void of(byte[] bytes, int from, int to) {
		long one = this.highSeed ^ (to - from) * FIRST;
		long two = this.lowSeed;
		int at = from;
		for (; at <= to - Long.BYTES; at += Long.BYTES) {
			long word = (long) WORDS.get(bytes, at);
			one = Long.rotateLeft((one ^ word) * FIRST, 29);
			two = Long.rotateLeft((two + word) * SECOND, 31) ^ one;
		}
		long rest = 0;
		for (int shift = 0; at < to; at++, shift += Byte.SIZE) {
			rest |= (bytes[at] & 0xFFL) << shift;
		}
		one = Long.rotateLeft((one ^ rest) * FIRST, 29);
		two = Long.rotateLeft((two + rest) * SECOND, 31) ^ one;
		this.high = Hashes.mix(one ^ two >>> 32);
		this.low = Hashes.mix(two ^ this.lowSeed);
	}

	long high() {
		return this.high;
	}

	long low() {
		return this.low;
	}

}
