package baseline;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Writes one answer again and again: the least that an answer of that size can cost. */
@RestController
class BareAnswerController {
    private volatile JsonNode answer;

    @PutMapping("/answer")
    void put(@RequestBody JsonNode given) {
        answer = given;
    }

    @GetMapping("/answer")
    JsonNode get() {
        return answer;
    }
}
