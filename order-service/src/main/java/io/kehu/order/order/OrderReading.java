package io.kehu.order.order;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads orders.
 */
@Service
class OrderReading {

	private final OrderBook book;

	private final RecordList<Order> list;

	private final History history;

	private final RecordExport export;

	OrderReading(OrderBook book, RecordList<Order> list, History history, RecordExport export) {
		this.book = book;
		this.list = list;
		this.history = history;
		this.export = export;
	}

	/**
	 * Returns an order.
	 * @throws ProblemException when there is none, or it is deleted
	 */
	@Transactional(readOnly = true)
	public OrderView get(UUID id) {
		return this.book.present(id).view();
	}

	@Transactional(readOnly = true)
	public Page<OrderView> page(ListRequest request) {
		return this.list.page(request).map(OrderReading::views);
	}

	@Transactional(readOnly = true)
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.export.write(response, this.list, request, OrderView.class, OrderReading::views);
	}

	private static List<OrderView> views(List<Order> orders) {
		return orders.stream().map(Order::view).toList();
	}

	/**
	 * Returns what happened to an order, a deleted one too.
	 * @throws ProblemException when there never was one
	 */
	Page<History.Entry> history(UUID id) {
		List<History.Entry> entries = this.history.of(id);
		if (entries.isEmpty()) {
			throw ProblemException.notFound("order", id);
		}
		return Page.whole(entries);
	}

}
