package io.kehu.platform.cache;

import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.cache.CacheInstance.Item;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is written in a transaction shows when, and only if, it is committed.
 */
class TransactionChangesTests {

	private static TwoInstances instances;

	private static CacheInstance first;

	private static CacheInstance second;

	private final Transactions manager = new Transactions();

	private final TransactionTemplate transactions = new TransactionTemplate(this.manager);

	private final UUID id = UUID.randomUUID();

	private final Item before = new Item(this.id, 1, "Ink");

	private final Item after = new Item(this.id, 2, "Red ink");

	private Item row = this.before;

	@BeforeAll
	static void start() {
		instances = new TwoInstances();
		first = instances.first;
		second = instances.second;
	}

	@AfterAll
	static void stop() {
		instances.close();
	}

	@BeforeEach
	void cacheTheRecord() {
		assertThat(read(first)).isEqualTo(this.before);
		assertThat(read(second)).isEqualTo(this.before);
	}

	private Item read(CacheInstance instance) {
		return instance.cache.get(this.id, () -> Optional.of(new Versioned<>(this.row.version(), this.row)))
			.orElseThrow();
	}

	private void update() {
		this.row = this.after;
		first.cache.changed(this.id, 2, this.after);
	}

	@Test
	void otherReadersSeeTheWriteOnlyAfterTheCommit() {
		this.transactions.executeWithoutResult((status) -> {
			update();
			assertThat(read(second)).isEqualTo(this.before);
			assertThat(read(first)).as("the writer itself").isEqualTo(this.after);
		});
		assertThat(read(second)).isEqualTo(this.after);
		assertThat(read(first)).isEqualTo(this.after);
	}

	@Test
	void writeThatIsRolledBackNeverShows() {
		this.transactions.executeWithoutResult((status) -> {
			update();
			assertThat(read(first)).isEqualTo(this.after);
			status.setRollbackOnly();
		});
		this.row = this.before;
		assertThat(read(first)).isEqualTo(this.before);
		assertThat(read(second)).isEqualTo(this.before);
	}

	@Test
	void commitWhoseOutcomeIsUnknownLeavesTheAnswerToTheDatabase() {
		this.manager.failing = true;
		assertThatThrownBy(() -> this.transactions.executeWithoutResult((status) -> update()))
			.isInstanceOf(TransactionSystemException.class);
		assertThat(read(first)).isEqualTo(this.after);
		this.row = new Item(this.id, 3, "Blue ink");
		assertThat(read(second)).as("remembered from the reader, not from the writer").isEqualTo(this.after);
	}

	@Test
	void whatAWritingTransactionLoadsIsNotRemembered() {
		UUID other = UUID.randomUUID();
		this.transactions.executeWithoutResult((status) -> {
			assertThat(first.cache.get(other, () -> Optional.of(new Versioned<>(1, new Item(other, 1, "uncommitted")))))
				.isPresent();
			status.setRollbackOnly();
		});
		assertThat(first.cache.get(other, Optional::empty)).isEmpty();
		assertThat(second.cache.get(other, Optional::empty)).isEmpty();
	}

	@Test
	void innerTransactionCommitsItsOwnWrites() {
		TransactionTemplate inner = new TransactionTemplate(this.manager);
		inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.transactions.executeWithoutResult((status) -> {
			first.cache.changed(UUID.randomUUID(), 1, null);
			inner.executeWithoutResult((nested) -> update());
			assertThat(read(second)).isEqualTo(this.after);
			status.setRollbackOnly();
		});
		assertThat(read(first)).isEqualTo(this.after);
	}

	/** Transactions of nothing, with everything that Spring does around them. */
	private static final class Transactions extends AbstractPlatformTransactionManager {

		private final ThreadLocal<Object> current = new ThreadLocal<>();

		private boolean failing;

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected boolean isExistingTransaction(Object transaction) {
			return this.current.get() != null;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			this.current.set(transaction);
		}

		@Override
		protected Object doSuspend(Object transaction) {
			Object suspended = this.current.get();
			this.current.remove();
			return suspended;
		}

		@Override
		protected void doResume(Object transaction, Object suspended) {
			this.current.set(suspended);
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.failing) {
				throw new TransactionSystemException("connection lost");
			}
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

		@Override
		protected void doCleanupAfterCompletion(Object transaction) {
			this.current.remove();
		}

	}

}
