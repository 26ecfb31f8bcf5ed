package io.kehu.customer.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.figures.OrderFigures;
import io.kehu.customer.figures.OrderFiguresStore;
import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.record.RecordReading;

import org.springframework.stereotype.Service;

/**
 * Reads customers together with their order figures.
 */
@Service
class CustomerReading extends RecordReading<Customer, CustomerView> {

	private final OrderFiguresStore figures;

	CustomerReading(RecordList<Customer> list, OrderFiguresStore figures, History history, RecordExport export) {
		super(list, history, export, "customer", CustomerView.class);
		this.figures = figures;
	}

	@Override
	protected List<CustomerView> views(List<Customer> customers) {
		Map<UUID, OrderFigures> known = this.figures.ofAll(customers.stream().map(Customer::id).toList());
		return customers.stream()
			.map((customer) -> customer.view().with(known.getOrDefault(customer.id(), OrderFigures.NONE)))
			.toList();
	}

	@Override
	public CustomerView complete(CustomerView view) {
		return view.with(this.figures.of(view.id()));
	}

}
