package io.kehu.order.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the monthly partitions of orders and lines: some months ahead, and any other
 * month before its first order is stored.
 */
@Component
class OrderPartitions implements SmartLifecycle {

	/** Older orders share the default partition. */
	static final YearMonth FIRST = YearMonth.of(1990, 1);

	private static final int AHEAD = 3;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate separate;

	private final Clock clock;

	private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

	private volatile boolean running;

	OrderPartitions(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.jdbc = jdbc;
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	@Override
	public void start() {
		this.known.clear();
		createAhead();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Starts before everything that stores orders. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Scheduled(initialDelayString = "PT6H", fixedDelayString = "PT6H")
	void createAhead() {
		YearMonth current = YearMonth.now(this.clock);
		ensure(IntStream.rangeClosed(0, AHEAD).mapToObj((months) -> current.plusMonths(months).atDay(1)).toList());
	}

	/**
	 * Creates the missing partitions for these dates, each in a separate transaction.
	 * Call it before a transaction accesses orders.
	 */
	void ensure(Collection<LocalDate> dates) {
		dates.stream()
			.map(YearMonth::from)
			.filter((month) -> !month.isBefore(FIRST) && !this.known.contains(month))
			.distinct()
			.sorted()
			.forEach(this::create);
	}

	private void create(YearMonth month) {
		this.separate.executeWithoutResult((transaction) -> this.jdbc.queryForObject("select ensure_order_month(?)",
				Boolean.class, month.atDay(1)));
		this.known.add(month);
	}

}
