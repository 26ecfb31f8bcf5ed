/**
 * What customers and contacts have agreed to.
 */
@NullMarked
package io.kehu.customer.consent;

import org.jspecify.annotations.NullMarked;
