package io.kehu.migration.matching;

import java.util.List;

import io.kehu.migration.matching.progress.LinkageWatch;

/**
 * Finds the records that mean the same entity, in one table, across tables, or new ones
 * against a set that is linked already. Needs no labels and no tuning: it blocks, learns
 * Fellegi–Sunter weights from the data, and joins bottom-up on the evidence of whole
 * clusters.
 */
public final class Linker {

	private final LinkageSettings settings;

	public Linker(LinkageSettings settings) {
		this.settings = settings;
	}

	/**
	 * Link the records of some sources.
	 * @param sources at least one
	 * @param decisions what people have decided earlier; decisions on unknown records do
	 * not matter
	 * @return the clusters, what to review, and why
	 */
	public LinkageResult link(List<LinkageSource> sources, List<Decision> decisions) {
		return prepare(sources, decisions).run();
	}

	/** Link one table on its own. */
	public LinkageResult link(LinkageSource source) {
		return link(List.of(source), List.of());
	}

	/**
	 * Learn the weights only, to share the weighing of pairs among instances.
	 * @param sources at least one
	 * @param decisions what people have decided earlier
	 * @return a linkage that may be scored in partitions
	 */
	public PreparedLinkage prepare(List<LinkageSource> sources, List<Decision> decisions) {
		return prepare(sources, decisions, LinkageWatch.NONE);
	}

	/**
	 * Learns only the weights, with an observer.
	 * @param sources at least one
	 * @param decisions what people have decided earlier
	 * @param watch receives the progress, also when pairs are weighed and clustered
	 * later, and can end the work
	 * @return a linkage that may be scored in partitions
	 */
	public PreparedLinkage prepare(List<LinkageSource> sources, List<Decision> decisions, LinkageWatch watch) {
		return new PreparedLinkage(this.settings, sources, decisions, watch);
	}

}
