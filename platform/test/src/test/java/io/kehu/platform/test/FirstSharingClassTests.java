package io.kehu.platform.test;

class FirstSharingClassTests extends SharedContextContract {

}
