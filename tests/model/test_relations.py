from claimtrack.model.relations import RELATIONS, Related, inverse


def test_the_inverse_of_the_inverse_is_the_relation() -> None:
    assert [inverse(inverse(relation)) for relation in RELATIONS] == list(RELATIONS)


def test_only_refining_and_generalising_have_a_direction() -> None:
    directed = [relation for relation in RELATIONS if inverse(relation) != relation]
    assert directed == ["refines", "generalises"]


def test_a_relation_is_printed_with_its_reason() -> None:
    assert str(Related("equal", "both say `5`")) == "equal: both say `5`"
