package io.kehu.customer.insight.model;

import java.util.List;

/**
 * A sign of churn that a customer shows.
 *
 * @param reasons the figures that raise it
 */
public record ChurnFlag(ChurnSign sign, List<ChurnReason> reasons) {

	/**
	 * A figure that raises a flag.
	 *
	 * @param figure its name
	 * @param value its value
	 * @param limit the value beyond which the flag is raised
	 */
	public record ChurnReason(String figure, double value, double limit) {
	}

}
