package io.kehu.migration.matching.weights;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.kehu.migration.matching.blocking.Blocks;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.field.RecordCodes;
import io.kehu.migration.matching.progress.ProgressCounter;

/**
 * Learns the weights without labels: u from pairs taken at random, m and the prior by
 * expectation maximisation over the pairs that blocking brings together (all other pairs
 * count as no matches).
 */
public final class Training {

	private static final int PAIRS = 600_000;

	private static final int ROUNDS = 20;

	/** How far counting is when all terms are counted. */
	private static final double TERMS = 0.2;

	/** How far learning is when the pairs to learn from are there. */
	private static final double SAMPLED = 0.9;

	/** A pair less likely than this does not count. */
	private static final double UNLIKELY = 1e-4;

	/** The weight below which a pair is certainly less likely than that. */
	private static final double HOPELESS = -14;

	/** Where an expectation has the probabilities of matches. */
	private static final int MATCHES = 0;

	/** Where it has those of relatives. */
	private static final int RELATIVES = 1;

	private final List<FieldComparison> comparisons;

	private final double allPairs;

	private final TermFrequencies[] frequencies;

	private final FieldDependencies dependencies;

	/** By field, state of the field depended on, and level. */
	private final double[][][] m;

	private final RecordCodes codes;

	private final Relatives relatives;

	private double lambda;

	/**
	 * Counts terms and compare random pairs.
	 * @param comparisons the fields
	 * @param rows how many records there are
	 * @param seed where samples start from
	 * @param share receives the share done, on any thread
	 */
	public Training(List<FieldComparison> comparisons, int rows, long seed, DoubleConsumer share) {
		this.comparisons = comparisons;
		this.codes = new RecordCodes(comparisons, rows);
		this.allPairs = Math.max(1, 0.5 * rows * (rows - 1.0));
		this.frequencies = new TermFrequencies[comparisons.size()];
		ProgressCounter counted = new ProgressCounter(this.frequencies.length, ProgressCounter.step(share, 0, TERMS));
		IntStream.range(0, this.frequencies.length).parallel().forEach((field) -> {
			this.frequencies[field] = TermFrequencies.of(comparisons.get(field), rows);
			counted.add(1);
		});
		this.dependencies = new FieldDependencies(comparisons, this.frequencies, rows, seed,
				ProgressCounter.step(share, TERMS, 1));
		this.m = new double[comparisons.size()][][];
		for (int field = 0; field < this.m.length; field++) {
			this.m[field] = new double[this.dependencies.random(field).length][];
			for (int state = 0; state < this.m[field].length; state++) {
				this.m[field][state] = LevelShares.start(comparisons.get(field).levels().size());
			}
		}
		this.lambda = 1.0 / Math.max(2, rows);
		this.relatives = Relatives.start(comparisons, this.lambda);
	}

	/**
	 * Learns from the pairs of some blocks.
	 * @param blocks the blocks
	 * @param share receives the share done
	 * @return the weights
	 */
	public MatchWeights learn(Blocks blocks, DoubleConsumer share) {
		share.accept(0);
		PairSample sample = PairSample.ofBlocks(blocks, weights(), PAIRS, ProgressCounter.step(share, 0, SAMPLED));
		for (int round = 0; round < ROUNDS; round++) {
			if (round == ROUNDS / 2) {
				dependOnMoves(sample, expect(sample)[MATCHES]);
			}
			maximise(sample, expect(sample));
			share.accept(SAMPLED + (1 - SAMPLED) * (round + 1) / ROUNDS);
		}
		return weights();
	}

	/**
	 * Lets each field that tells a place follow from the one with which it agrees and
	 * differs most among matches: who has moved differs in all of them at once.
	 */
	private void dependOnMoves(PairSample sample, double[] probabilities) {
		for (int field = 0; field < this.m.length; field++) {
			int best = -1;
			double most = SharedAgreement.LEAST;
			for (int parent = 0; parent < this.m.length; parent++) {
				if (this.dependencies.mayFollow(field, parent)) {
					double shared = SharedAgreement.of(sample, probabilities, field, parent);
					best = (shared > most) ? parent : best;
					most = Math.max(most, shared);
				}
			}
			if (best >= 0) {
				this.dependencies.follow(field, best);
				double[][] states = new double[this.dependencies.random(field).length][];
				Arrays.fill(states, this.m[field][0]);
				this.m[field] = states;
			}
		}
	}

	private float termWeight(PairSample sample, int field, int pair, int state) {
		int result = sample.result(field, pair);
		int term = (result < 0) ? -1 : FieldComparison.term(result);
		return (term >= 0 && this.dependencies.usesTerms(field, state)) ? this.frequencies[field].weights()[term] : 0;
	}

	private int parentState(PairSample sample, int field, int pair) {
		int parent = this.dependencies.parent(field);
		return (parent < 0) ? 0 : sample.state(parent, pair);
	}

	/**
	 * Returns the probability of each pair to match, and to be of relatives, as far as is
	 * known.
	 */
	private double[][] expect(PairSample sample) {
		double[][][] weights = levelWeights();
		double[][][] strangers = strangers();
		double[][][] ofRelatives = this.relatives.weights(strangers);
		double[] matches = new double[sample.size()];
		double[] kin = new double[this.relatives.exist() ? matches.length : 0];
		Arrays.fill(matches, prior());
		Arrays.fill(kin, (kin.length > 0) ? this.relatives.prior(this.lambda) : 0);
		for (int field = 0; field < weights.length; field++) {
			for (int pair = 0; pair < matches.length; pair++) {
				int level = sample.state(field, pair) - 1;
				if (level >= 0) {
					int state = parentState(sample, field, pair);
					float term = termWeight(sample, field, pair, state);
					matches[pair] += weights[field][state][level] + term;
					if (kin.length > 0) {
						kin[pair] += ofRelatives[field][state][level]
								+ this.relatives.termWeight(field, level, strangers[field][state][level], term);
					}
				}
			}
		}
		for (int pair = 0; pair < matches.length; pair++) {
			double odds = odds(matches[pair]);
			double kinOdds = (kin.length > 0) ? odds(kin[pair]) : 0;
			matches[pair] = likely(odds / (1 + odds + kinOdds));
			if (kin.length > 0) {
				kin[pair] = likely(kinOdds / (1 + odds + kinOdds));
			}
		}
		return new double[][] { matches, kin };
	}

	private static double odds(double weight) {
		return (weight > HOPELESS) ? Math.pow(2, weight) : 0;
	}

	private static double likely(double probability) {
		return (probability > UNLIKELY) ? probability : 0;
	}

	private void maximise(PairSample sample, double[][] expected) {
		double[] probabilities = expected[MATCHES];
		double[][][] sums = new double[this.m.length][][];
		for (int field = 0; field < sums.length; field++) {
			sums[field] = new double[this.m[field].length][this.m[field][0].length];
		}
		double matches = 0;
		for (int pair = 0; pair < probabilities.length; pair++) {
			matches += probabilities[pair];
			for (int field = 0; field < sums.length && probabilities[pair] > 0; field++) {
				int level = sample.state(field, pair) - 1;
				if (level >= 0) {
					sums[field][parentState(sample, field, pair)][level] += probabilities[pair];
				}
			}
		}
		this.lambda = Math.max(1 / this.allPairs, matches * sample.scale() / this.allPairs);
		boolean many = this.relatives.exist() && this.relatives.areMany(this.lambda);
		for (int field = 0; field < sums.length; field++) {
			this.m[field] = LevelShares.of(sums[field]);
			LevelShares.bound(this.m[field][0], this.comparisons.get(field).role(), many);
		}
		if (this.relatives.exist()) {
			this.relatives.maximise(sample, expected[RELATIVES], this.allPairs, this.m);
		}
	}

	private double prior() {
		return log2(this.lambda / (1 - this.lambda));
	}

	/**
	 * Returns the weights of the levels. Half agreement weighs no more than equality,
	 * however rare it is among others: swapped names, say, are as rare among matches.
	 */
	private double[][][] levelWeights() {
		double[][][] weights = new double[this.m.length][][];
		for (int field = 0; field < weights.length; field++) {
			double[] set = this.comparisons.get(field).setWeights();
			if (set != null) {
				weights[field] = new double[this.dependencies.random(field).length][];
				Arrays.fill(weights[field], set);
				continue;
			}
			double[][] u = this.dependencies.random(field);
			weights[field] = new double[u.length][this.m[field][0].length];
			for (int state = 0; state < u.length; state++) {
				for (int level = 0; level < u[state].length; level++) {
					double weight = log2(this.m[field][state][level] / u(u[state][level], field, state, level));
					weights[field][state][level] = (level == 0) ? weight : Math
						.min(this.comparisons.get(field).most(level), Math.min(weight, weights[field][state][0]));
				}
			}
		}
		return weights;
	}

	/** Returns the shares of levels among strangers by field, state and level. */
	private double[][][] strangers() {
		double[][][] strangers = new double[this.m.length][][];
		for (int field = 0; field < strangers.length; field++) {
			double[][] u = this.dependencies.random(field);
			strangers[field] = new double[u.length][u[0].length];
			for (int state = 0; state < u.length; state++) {
				for (int level = 0; level < u[state].length; level++) {
					strangers[field][state][level] = u(u[state][level], field, state, level);
				}
			}
		}
		return strangers;
	}

	/**
	 * Probability of a level among pairs that do not match: random pairs hold a few
	 * matches, too.
	 */
	private double u(double random, int field, int state, int level) {
		double matched = (state == 0 && level > 0) ? this.lambda * this.m[field][0][level] : 0;
		return Math.max(Math.max(random - matched, random * 0.1), 1e-12);
	}

	private MatchWeights weights() {
		float[][] terms = new float[this.frequencies.length][];
		for (int field = 0; field < terms.length; field++) {
			terms[field] = this.frequencies[field].weights();
		}
		return new MatchWeights(this.comparisons, this.codes, this.dependencies,
				new LearntWeights(this.lambda, levelWeights(), terms, strangers()), this.relatives, fields());
	}

	private List<FieldModel> fields() {
		double[][][] weights = levelWeights();
		return IntStream.range(0, this.m.length).mapToObj((field) -> {
			FieldComparison comparison = this.comparisons.get(field);
			int parent = this.dependencies.parent(field);
			double[] random = this.dependencies.random(field)[0];
			List<FieldModel.Level> levels = IntStream.range(0, random.length)
				.mapToObj((level) -> new FieldModel.Level(comparison.levels().get(level), this.m[field][0][level],
						u(random[level], field, 0, level), weights[field][0][level]))
				.toList();
			return new FieldModel(comparison.name(), (parent < 0) ? null : this.comparisons.get(parent).name(), levels);
		}).toList();
	}

	private static double log2(double value) {
		return Math.log(value) / Math.log(2);
	}

}
