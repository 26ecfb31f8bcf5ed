package io.kehu.migration.move;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import io.kehu.migration.move.load.PartitionMove;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.Sequences;
import io.kehu.migration.move.load.TargetTables;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.verify.References;
import org.jspecify.annotations.Nullable;

/**
 * A run within one process. Running it again, after whatever interrupted it, continues
 * from the last checkpoints.
 */
public final class Move {

	private final RunContext context;

	private final int threads;

	/**
	 * Creates a run.
	 * @param context the plan and its databases
	 * @param threads the number of partitions that are moved at the same time
	 */
	public Move(RunContext context, int threads) {
		this.context = context;
		this.threads = threads;
	}

	/**
	 * Runs what is left. Tables are loaded one after another, since they may refer to
	 * each other.
	 * @param progress is called, from any thread, with numbers of rows that were read
	 */
	public void run(LongConsumer progress) throws SQLException, IOException {
		TargetTables.prepare(this.context.plan(), this.context.target());
		ExecutorService executor = Executors.newFixedThreadPool(this.threads);
		try {
			for (TablePlan table : this.context.plan().tables()) {
				List<Future<?>> partitions = new ArrayList<>();
				for (int partition = 0; partition < table.partitions().size(); partition++) {
					PartitionMove move = new PartitionMove(this.context, table, partition);
					partitions.add(executor.submit(() -> {
						move.run(progress);
						return null;
					}));
				}
				await(partitions);
			}
			new References(this.context).add();
			Sequences.advance(this.context.plan(), this.context.target());
		}
		finally {
			executor.shutdownNow();
			awaitEnd(executor);
		}
	}

	/** A partition that is still being moved would collide with the next attempt. */
	private static void awaitEnd(ExecutorService executor) {
		boolean interrupted = false;
		while (!executor.isTerminated()) {
			try {
				executor.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static void await(List<Future<?>> partitions) throws SQLException, IOException {
		for (Future<?> partition : partitions) {
			try {
				partition.get();
			}
			catch (ExecutionException ex) {
				partitions.forEach((other) -> other.cancel(true));
				rethrow(ex.getCause());
			}
			catch (InterruptedException ex) {
				partitions.forEach((other) -> other.cancel(true));
				Thread.currentThread().interrupt();
				throw new IOException("The move was interrupted.", ex);
			}
		}
	}

	private static void rethrow(@Nullable Throwable cause) throws SQLException, IOException {
		if (cause instanceof SQLException sql) {
			throw sql;
		}
		if (cause instanceof IOException io) {
			throw io;
		}
		if (cause instanceof RuntimeException runtime) {
			throw runtime;
		}
		throw new IllegalStateException(cause);
	}

}
