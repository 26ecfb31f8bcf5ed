/**
 * The one door to Kehu: checks the token, chooses the instance and passes on.
 */
@NullMarked
package io.kehu.gateway;

import org.jspecify.annotations.NullMarked;
