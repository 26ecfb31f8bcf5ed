package io.kehu.migration.matching.clusters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the bridges that clustering rejected, and keeps the likeliest.
 */
final class Bridges {

	private static final int MOST = 1_000;

	private static final Comparator<CutBridge> LIKELIEST = Comparator.comparingDouble(CutBridge::pairWeight)
		.reversed()
		.thenComparingInt(CutBridge::left)
		.thenComparingInt(CutBridge::right);

	private final List<CutBridge> kept = new ArrayList<>();

	private long count;

	void add(CutBridge bridge) {
		this.count++;
		keep(bridge);
	}

	void addAll(Bridges others) {
		this.count += others.count;
		others.kept.forEach(this::keep);
	}

	private void keep(CutBridge bridge) {
		this.kept.add(bridge);
		if (this.kept.size() > 2 * MOST) {
			trim();
		}
	}

	private void trim() {
		this.kept.sort(LIKELIEST);
		if (this.kept.size() > MOST) {
			this.kept.subList(MOST, this.kept.size()).clear();
		}
	}

	/** Returns how many there are in all. */
	long count() {
		return this.count;
	}

	/** Returns the likeliest, the first of them first. */
	List<CutBridge> likeliest() {
		trim();
		return List.copyOf(this.kept);
	}

}
