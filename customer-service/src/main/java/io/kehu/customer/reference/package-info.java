/**
 * Checks of references that several kinds of record have.
 */
@NullMarked
package io.kehu.customer.reference;

import org.jspecify.annotations.NullMarked;
