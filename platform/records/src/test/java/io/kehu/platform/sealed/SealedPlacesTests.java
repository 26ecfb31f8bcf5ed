package io.kehu.platform.sealed;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.example.ExampleServiceTest;
import io.kehu.platform.sealing.SealedColumn;
import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import io.kehu.platform.test.infrastructure.Infrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExampleServiceTest
class SealedPlacesTests {

	private static final int ROWS = 1_200;

	private static final String KEY = Infrastructure.SEALING.get("kehu.sealing.keys");

	private static final String INDEX_KEY = Infrastructure.SEALING.get("kehu.sealing.index-keys");

	private static final ObjectProvider<SealedPlace> NO_BEANS = new StaticListableBeanFactory()
		.getBeanProvider(SealedPlace.class);

	private final Sealing rotated = Sealing.of(List.of("2:" + key(2), KEY), List.of("2:" + key(3), INDEX_KEY));

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private Clock clock;

	@Autowired
	private Sealing sealing;

	@BeforeEach
	void create() {
		this.jdbc.execute("""
				create table secret (id uuid primary key, word bytea, word_clear text,
				word_index bytea generated always as (substring(word from 1 for 20)) stored)""");
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < ROWS; i++) {
			rows.add(new Object[] { UUID.randomUUID(), (i % 100 == 0) ? null : "word " + i });
		}
		this.jdbc.batchUpdate("insert into secret (id, word_clear) values (?, ?)", rows);
	}

	@AfterEach
	void drop() {
		this.jdbc.execute("drop table secret");
		this.jdbc.update("delete from sealed_place where name = 'secret.word'");
		this.jdbc.update("delete from sealing_key where name like '% 2'");
		new UsedKeys(this.jdbc, this.sealing, this.clock).check();
	}

	private static String key(int fill) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) fill);
		return Base64.getEncoder().encodeToString(bytes);
	}

	private SealedColumn column(Sealing keys, TransactionOperations chunks) {
		return new SealedColumn(new SealedRows(this.jdbc, chunks), keys, "secret", "word", "word");
	}

	private SealedPlaces places(Sealing keys, Clock time, TransactionOperations chunks) {
		SealedPlaces places = new SealedPlaces(new UsedKeys(this.jdbc, keys, time), this.jdbc, NO_BEANS);
		places.add(column(keys, chunks));
		return places;
	}

	private long count(String condition) {
		Long count = this.jdbc.queryForObject("select count(*) from secret where " + condition, Long.class);
		return (count != null) ? count : 0;
	}

	private static String with(int key) {
		return "get_byte(word, 3) = %1$d and get_byte(word, 39) = %1$d".formatted(key);
	}

	@Test
	void sealsValuesInClearBeforeTheServiceStartsAndContinuesAfterAnInterruption() {
		AtomicInteger chunks = new AtomicInteger();
		TransactionOperations failing = new TransactionTemplate(this.transactions.getTransactionManager()) {

			@Override
			public <T> T execute(TransactionCallback<T> action) {
				if (chunks.incrementAndGet() == 2) {
					throw new IllegalStateException("interrupted");
				}
				return super.execute(action);
			}

		};
		assertThatIllegalStateException()
			.isThrownBy(() -> places(this.sealing, this.clock, failing).afterSingletonsInstantiated())
			.withMessage("interrupted");
		assertThat(count("word is not null and word_clear is null")).isEqualTo(500);
		places(this.sealing, this.clock, this.transactions).afterSingletonsInstantiated();
		assertThat(count(with(1))).isEqualTo(ROWS - ROWS / 100);
		assertThat(this.jdbc.queryForList(
				"select column_name from information_schema.columns where table_name = 'secret'", String.class))
			.doesNotContain("word_clear");
		assertThat(this.jdbc.queryForList("select name from sealed_place", String.class)).contains("secret.word",
				"idempotent_answer");
		assertThat(this.jdbc.queryForObject("select count(*) from secret where word_index = ?", Long.class,
				this.sealing.index().of("word", "WORD-7")))
			.isEqualTo(1);
	}

	@Test
	void sealsAgainAfterAChangeOfTheKeysAndRetiresTheFormerOnes() {
		places(this.sealing, this.clock, this.transactions).afterSingletonsInstantiated();
		SealedPlaces places = places(this.rotated, this.clock, this.transactions);
		places.afterSingletonsInstantiated();
		assertThat(count(with(1))).isEqualTo(ROWS - ROWS / 100);
		places.sealAgain();
		assertThat(count(with(2))).isEqualTo(ROWS - ROWS / 100);
		UsedKeys keys = new UsedKeys(this.jdbc, this.rotated, this.clock);
		places.sealAgain();
		assertThat(keys.former()).as("others may still write with them").hasSize(2);
		Clock later = Clock.offset(this.clock, Duration.ofHours(2));
		places(this.rotated, later, this.transactions).sealAgain();
		assertThat(keys.former()).isEmpty();
		new UsedKeys(this.jdbc, Sealing.of(List.of("2:" + key(2)), List.of("2:" + key(3))), this.clock).check();
	}

	@Test
	void doesNotStartWithoutAKeyThatHasBeenUsed() {
		new UsedKeys(this.jdbc, this.sealing, this.clock).check();
		for (Sealing keys : List.of(Sealing.of(List.of("2:" + key(2)), List.of(INDEX_KEY)),
				Sealing.of(List.of(KEY), List.of("2:" + key(2))))) {
			assertThatIllegalStateException()
				.isThrownBy(() -> places(keys, this.clock, this.transactions).afterSingletonsInstantiated())
				.withMessageMatching("The key kehu.sealing.(index-)?keys 1 is missing: .*");
		}
		assertThat(count("word is not null")).isZero();
	}

	@Test
	void doesNotStartWithAnotherKeyOfTheSameNumber() {
		new UsedKeys(this.jdbc, this.sealing, this.clock).check();
		for (Sealing keys : List.of(Sealing.of(List.of("1:" + key(2)), List.of(INDEX_KEY)),
				Sealing.of(List.of(KEY), List.of("1:" + key(2))))) {
			assertThatIllegalStateException()
				.isThrownBy(() -> places(keys, this.clock, this.transactions).afterSingletonsInstantiated())
				.withMessageMatching("The key kehu.sealing.(index-)?keys 1 is not the one that .*");
		}
	}

}
